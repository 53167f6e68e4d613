import { procedure } from '#main/core/ground/procedure.ts';

export const uploads = {
  receive: procedure.uploads.receive.handler(({ context, input }) => ({
    upload: context.uploads.add(input.upload, input.name, Buffer.from(input.piece, 'base64')),
  })),
  withdraw: procedure.uploads.withdraw.handler(({ context, input }) => {
    context.uploads.forget(input.upload);
    return {};
  }),
  hand: procedure.uploads.hand.handler(({ context, input }) => ({
    upload: context.uploads.hand(input.path),
  })),
};
