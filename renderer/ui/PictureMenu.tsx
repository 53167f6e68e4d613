import { Loader, Menu } from '@mantine/core';
import { IconCamera, IconCopy, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '#renderer/ground/text.tsx';
import { PICTURE_SCALES } from '#shared/contract/choices.ts';
import type { Theme } from '#shared/domain/colours.ts';
import { type MakeSubject, usePicture } from './use-picture.ts';

/** 'Lưu hoặc chép ảnh': the menu behind the camera of every chart and map. Paper is white unless asked otherwise. */
export function PictureMenu(props: {
  /** What the picture shows: the name of the button. */
  readonly title: string;
  readonly make: MakeSubject;
  readonly className?: string | undefined;
  /** There is nothing to draw yet. */
  readonly isDisabled: boolean;
}) {
  const { t } = useText();
  const picture = usePicture(props.make);
  const [isBusy, setBusy] = useState(false);
  const [isDark, setDark] = useState(false);
  const theme: Theme = isDark ? 'dark' : 'light';
  const run = (work: Promise<void>): void => {
    setBusy(true);
    void work.finally(() => setBusy(false));
  };
  return (
    <Menu position="bottom-end" withinPortal returnFocus loop>
      <Menu.Target>
        <button
          type="button"
          className={props.className}
          disabled={props.isDisabled || isBusy}
          title={t('picture.menu')}
          aria-label={t('picture.menu.of', { title: props.title })}
        >
          {isBusy ? <Loader size="0.875rem" /> : <IconCamera size="1rem" aria-hidden="true" />}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCopy size="1rem" />} onClick={() => run(picture.copy(theme))}>
          {t('picture.copy')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('picture.save')}</Menu.Label>
        {PICTURE_SCALES.map((scale) => (
          <Menu.Item
            key={scale}
            leftSection={<IconDownload size="1rem" />}
            onClick={() => run(picture.save({ format: 'png', scale, theme }))}
          >
            {t(`picture.save.${scale}`)}
          </Menu.Item>
        ))}
        <Menu.Item
          leftSection={<IconDownload size="1rem" />}
          onClick={() => run(picture.save({ format: 'svg', theme }))}
        >
          {t('picture.save.svg')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.CheckboxItem checked={isDark} onChange={setDark}>
          {t('picture.dark')}
        </Menu.CheckboxItem>
      </Menu.Dropdown>
    </Menu>
  );
}
