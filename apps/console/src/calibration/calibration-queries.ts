import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { paths } from '../api/schema.js';

export type Calibration = paths['/v1/calibrations/{id}']['get']['responses'][200]['content']['application/json'];
export type CalibrationItem = paths['/v1/calibrations/{id}/items']['get']['responses'][200]['content']['application/json']['items'][number];
export type NewCalibration = paths['/v1/calibrations']['post']['requestBody']['content']['application/json'];
export type AgreementFigures = NonNullable<Calibration['agreement']>['overall'];

export const calibrations = queryOptions({
  queryKey: ['calibrations'],
  queryFn: ({ signal }) => answer(api.GET('/v1/calibrations', { signal })),
});

export const calibration = (id: string) =>
  queryOptions({
    queryKey: ['calibrations', id],
    queryFn: ({ signal }) => answer(api.GET('/v1/calibrations/{id}', { params: { path: { id } }, signal })),
  });

export const calibrationItems = (id: string) =>
  queryOptions({
    queryKey: ['calibrations', id, 'items'],
    queryFn: ({ signal }) => answer(api.GET('/v1/calibrations/{id}/items', { params: { path: { id } }, signal })),
  });

export const reviewers = queryOptions({
  queryKey: ['reviewers'],
  queryFn: ({ signal }) => answer(api.GET('/v1/reviewers', { signal })),
});

/** The name of a reviewer of a calibration; the id of one whose account is gone. */
export const nameIn = ({ reviewers: all }: Calibration, id: string): string => all.find((one) => one.id === id)?.name ?? id;
