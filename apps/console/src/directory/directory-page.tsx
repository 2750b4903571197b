import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { agentList, listedAgents } from '../api/queries.js';
import { ProblemError } from '../api/problem.js';
import { Page } from '../shell/page.js';
import { useRowKeys } from '../shell/use-row-keys.js';
import { LoadMore } from '../states/load-more.js';
import { Empty, Loading, Problem } from '../states/states.js';
import { PersonRow } from './person-row.js';
import { titleOf } from './title-of.js';
import { UnattachedRow } from './unattached-row.js';
import { type DirectoryEdit, useDirectory } from './use-directory.js';

/** Who is who: agents that nobody has listed yet, and those that are, with all their refs. */
export function DirectoryPage() {
  const { t } = useTranslation();
  const unattached = useInfiniteQuery(agentList({ attached: 'false' }));
  const listed = useQuery(listedAgents);
  const { mutate, isPending, isSuccess, error, variables, submittedAt } = useDirectory();
  const told = useRef<HTMLParagraphElement>(null);
  useRowKeys();
  // The row that was acted on is gone: the reader goes on from what became of it.
  useEffect(() => {
    if (submittedAt > 0 && (isSuccess || error)) told.current?.focus();
  }, [isSuccess, error, submittedAt]);
  return (
    <Page title={t('directory.title')} lead={t('directory.lead')}>
      <p ref={told} tabIndex={-1} role={error ? 'alert' : 'status'} className="told">
        {error ? t('directory.failed', { why: error instanceof ProblemError ? (error.detail ?? error.code) : '' }) : isSuccess && variables ? becameOf(variables) : ''}
      </p>
      <section aria-labelledby="a-rattacher">
        <h2 id="a-rattacher" className="section-head">
          {t('directory.unattached')}
        </h2>
        {waiting()}
      </section>
      <section aria-labelledby="agents-connus">
        <h2 id="agents-connus" className="section-head">
          {t('directory.listed')}
        </h2>
        {known()}
      </section>
    </Page>
  );

  function waiting() {
    if (!unattached.data) return unattached.error ? <Problem error={unattached.error} retry={() => void unattached.refetch()} /> : <Loading />;
    const people = unattached.data.pages.flatMap(({ items }) => items);
    if (people.length === 0) return <Empty title={t('directory.noneWaits')} detail={t('directory.noneWaitsDetail')} />;
    return (
      <>
        <ul className="rows">
          {people.map((person) => (
            <UnattachedRow key={person.ref} person={person} known={listed.data ?? []} busy={isPending} attach={(to) => mutate({ kind: 'attach', ref: person.ref, to })} />
          ))}
        </ul>
        <LoadMore list={unattached} shown={people.length} />
      </>
    );
  }

  function known() {
    if (!listed.data) return listed.error ? <Problem error={listed.error} retry={() => void listed.refetch()} /> : <Loading />;
    if (listed.data.length === 0) return <Empty title={t('directory.noneListed')} detail={t('directory.noneListedDetail')} />;
    return (
      <ul className="rows">
        {listed.data.map((person) => (
          <PersonRow key={person.ref} person={person} busy={isPending} detach={(ref) => mutate({ kind: 'detach', ref, from: person })} />
        ))}
      </ul>
    );
  }

  function becameOf(edit: DirectoryEdit): string {
    if (edit.kind === 'detach') return t('directory.detached', { ref: edit.ref, name: titleOf(edit.from) });
    return edit.to === null ? t('directory.listedOwn', { ref: edit.ref }) : t('directory.attached', { ref: edit.ref, name: titleOf(edit.to) });
  }
}
