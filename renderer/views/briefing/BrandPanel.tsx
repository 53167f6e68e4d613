import { Button, ColorInput, FileButton, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { describeError } from '#renderer/ground/client/errors.ts';
import { toBase64 } from '#renderer/ground/save-file.ts';
import { useText } from '#renderer/ground/text.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { BrandDto } from '#shared/contract/brand.ts';
import { LOGO_BYTES_AT_MOST, READABLE_CONTRAST } from '#shared/contract/choices.ts';
import { contrast, HOUSE_COLOUR } from '#shared/domain/colours.ts';
import classes from './BriefingView.module.css';

const SWATCHES = [HOUSE_COLOUR, '#9E1B1B', '#14614F', '#5B2A86', '#7A4A00', '#17212B'];

/** Organisation, logo and colours of every briefing, set once. */
export function BrandPanel() {
  const { t } = useText();
  const api = useApi();
  const kept = useQuery(api.briefing.brand.queryOptions());
  return (
    <Panel title={t('briefingScreen.brand')}>
      <p className={classes.soft}>{t('briefingScreen.brand.hint')}</p>
      {kept.data !== undefined && <BrandForm key={JSON.stringify(kept.data)} brand={kept.data} />}
    </Panel>
  );
}

function BrandForm({ brand }: { readonly brand: BrandDto }) {
  const text = useText();
  const { t } = text;
  const { save, takeLogo, isTooLarge } = useSaveBrand();
  const [organisation, setOrganisation] = useState(brand.organisation ?? '');
  const [accent, setAccent] = useState(brand.accent ?? HOUSE_COLOUR);
  const [band, setBand] = useState(brand.band ?? brand.accent ?? HOUSE_COLOUR);
  const found = /^#[0-9a-f]{6}$/i.test(accent) ? contrast(accent, '#FFFFFF') : 0;
  const isReadable = found >= READABLE_CONTRAST;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const name = organisation.trim();
    save.mutate({ organisation: name === '' ? null : name, accent, band });
  };
  const clear = (): void => save.mutate({ organisation: null, accent: null, band: null, logo: null });
  const colourField = {
    size: 'sm',
    swatches: SWATCHES,
    eyeDropperButtonProps: { 'aria-label': t('briefingScreen.brand.pick') },
  };
  return (
    <form className={classes.renew} onSubmit={submit}>
      <TextInput
        size="sm"
        label={t('briefingScreen.brand.organisation')}
        placeholder={useUsualName()}
        maxLength={120}
        value={organisation}
        onChange={(event) => setOrganisation(event.currentTarget.value)}
      />
      <ColorInput
        {...colourField}
        label={t('briefingScreen.brand.accent')}
        value={accent}
        onChange={setAccent}
        error={
          isReadable ? undefined : t('briefingScreen.brand.contrast', { found, least: READABLE_CONTRAST })
        }
      />
      <ColorInput {...colourField} label={t('briefingScreen.brand.band')} value={band} onChange={setBand} />
      <LogoRow brand={brand} onTake={takeLogo} onDrop={() => save.mutate({ logo: null })} />
      <div className={classes.brandButtons}>
        <Button size="sm" type="submit" disabled={!isReadable || save.isPending}>
          {t('settings.save')}
        </Button>
        <Button size="sm" variant="subtle" onClick={clear} disabled={save.isPending}>
          {t('briefingScreen.brand.default')}
        </Button>
      </div>
      <div aria-live="polite">
        {(save.error !== null || isTooLarge) && (
          <p role="alert" className={classes.error}>
            {isTooLarge ? t('briefingScreen.brand.tooLarge') : describeError(save.error, text)}
          </p>
        )}
      </div>
    </form>
  );
}

/** Saving, and what follows from it: pages that are shown wear the new look. */
function useSaveBrand() {
  const api = useApi();
  const queries = useQueryClient();
  const [isTooLarge, setTooLarge] = useState(false);
  const save = useMutation(
    api.briefing.setBrand.mutationOptions({
      onSuccess: (saved) => {
        queries.setQueryData(api.briefing.brand.queryKey(), saved);
        return queries.invalidateQueries({ queryKey: api.briefing.describe.key() });
      },
    }),
  );
  const takeLogo = (file: File): void => {
    setTooLarge(file.size > LOGO_BYTES_AT_MOST);
    if (file.size > LOGO_BYTES_AT_MOST) return;
    void toBase64(file).then((bytes) => save.mutate({ logo: { file: bytes } }));
  };
  return { save, takeLogo, isTooLarge };
}

function LogoRow(props: {
  readonly brand: BrandDto;
  readonly onTake: (file: File) => void;
  readonly onDrop: () => void;
}) {
  const { t } = useText();
  const { logo } = props.brand;
  return (
    <div className={classes.brandButtons}>
      {logo !== null && (
        <img
          className={classes.brandLogo}
          src={`data:image/png;base64,${logo.png}`}
          alt={t('briefingScreen.brand.logo')}
        />
      )}
      <FileButton
        accept="image/png,image/jpeg,image/svg+xml"
        onChange={(file) => file !== null && props.onTake(file)}
      >
        {(button) => (
          <Button size="sm" variant="default" {...button}>
            {t('briefingScreen.brand.logo.choose')}
          </Button>
        )}
      </FileButton>
      {logo !== null && (
        <Button size="sm" variant="subtle" onClick={props.onDrop}>
          {t('briefingScreen.brand.logo.remove')}
        </Button>
      )}
    </div>
  );
}

/** What a briefing is headed with where nobody set a name; undefined while the plan's is not here. */
function useUsualName(): string | undefined {
  const { t, locale } = useText();
  const plan = useQuery(useApi().application.info.queryOptions()).data?.plan;
  return plan && t('briefing.organisation', { plan: locale === 'vi' ? plan.shortName : plan.shortNameEn });
}
