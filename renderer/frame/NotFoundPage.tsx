/** The page for addresses that lead nowhere. */
import { Link as FluentLink } from '@fluentui/react-components';
import { useHref } from 'react-router';
import { useWords } from '../words/words.ts';
import { projectsAddress } from './addresses.ts';
import { Page } from './Page.tsx';

export function NotFoundPage() {
  const words = useWords();
  const home = useHref(projectsAddress);
  return (
    <Page title={words.failure.notFound} intro={words.failure.notFoundBody} narrow>
      <FluentLink href={home}>{words.failure.back}</FluentLink>
    </Page>
  );
}
