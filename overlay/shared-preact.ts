import { createContext, Fragment } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { jsx, jsxs } from 'preact/jsx-runtime';

/**
 * What the record's script needs of Preact. The card's script holds Preact, and two of them could not draw one tree, so
 * that the build takes it out of the record's script (modules/shared-preact.ts), which finds it here by its name.
 */
export const SHARED_PREACT = {
  createContext,
  Fragment,
  jsx,
  jsxs,
  useContext,
  useEffect,
  useRef,
  useState,
};
