#!/bin/sh
# How fast the model answers on this machine: seconds and tokens of a few questions of the length that Cairn asks.
set -eu

usage() {
  cat <<'END'
Usage: benchmark.sh [-u URL] [-m MODEL] [-n COUNT] [-t SECONDS]

  -u URL      where Ollama listens (http://127.0.0.1:11434)
  -m MODEL    the model to measure (cairn-mistral)
  -n COUNT    questions, 1 to 100 (5)
  -t SECONDS  longest wait for one answer (600)

The first question, for which the model is loaded, is asked beforehand and not counted.
END
}

url=http://127.0.0.1:11434
model=cairn-mistral
count=5
seconds=600
while getopts u:m:n:t:h option; do
  case $option in
    u) url=${OPTARG%/} ;;
    m) model=$OPTARG ;;
    n) count=$OPTARG ;;
    t) seconds=$OPTARG ;;
    h) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
done
shift $((OPTIND - 1))
if [ $# -gt 0 ]; then usage >&2; exit 2; fi
case $count in
  '' | *[!0-9]* | ????*) usage >&2; exit 2 ;;
esac
if [ "$count" -lt 1 ] || [ "$count" -gt 100 ]; then usage >&2; exit 2; fi
case $model in
  *[!A-Za-z0-9._:/-]*) echo "A model's name has letters, digits and . _ : / - only." >&2; exit 2 ;;
esac
if ! command -v curl >/dev/null 2>&1; then echo "curl is needed." >&2; exit 2; fi

answer=$(mktemp)
rows=$(mktemp)
trap 'rm -f "$answer" "$rows"' EXIT
trap 'exit 1' HUP INT TERM

# Asks once and prints: seconds, tokens of the prompt, tokens of the answer. Ollama keeps the beginning of a prompt that it
# has read before, so each question begins with its number.
ask() {
  question='{"model":"'$model'","stream":false,"think":false,"options":{"num_ctx":8192,"num_predict":200,"temperature":0.2},"messages":[{"role":"user","content":"Question '$1'. A student knows Python and Excel, has six hours a week and wants to become a data analyst. In at most 120 words: what should they learn in SQL first, with which exercise, and how do they know that they can go on?"}]}'
  if ! took=$(curl -fsS -m "$seconds" -o "$answer" -w '%{time_total}' -H 'content-type: application/json' -d "$question" "$url/api/chat"); then
    echo "No answer from $model at $url; see: sh deploy/ollama/health-check.sh -u $url -m $model" >&2
    exit 1
  fi
  input=$(number_of prompt_eval_count)
  output=$(number_of eval_count)
  if [ -z "$output" ]; then echo "$url does not answer as Ollama does." >&2; exit 1; fi
  echo "$took ${input:-0} $output"
}

number_of() {
  tr -d ' \n\r\t' <"$answer" | sed -n 's/.*[{,]"'"$1"'":\([0-9][0-9]*\).*/\1/p'
}

ask 0 >/dev/null
echo "question  seconds  tokens in  tokens out  tokens out a second"
at=1
while [ "$at" -le "$count" ]; do
  row=$(ask "$at")
  echo "$row" >>"$rows"
  echo "$at $row" | awk '{ printf "%8d  %7.1f  %9d  %10d  %19.1f\n", $1, $2, $3, $4, ($2 > 0 ? $4 / $2 : 0) }'
  at=$((at + 1))
done
sort -n "$rows" | awk '
  { took[NR] = $1; tokens += $3; sum += $1 }
  END {
    median = NR % 2 ? took[(NR + 1) / 2] : (took[NR / 2] + took[NR / 2 + 1]) / 2
    printf "\n%d answers: median %.1f s, slowest %.1f s, %.1f tokens out a second\n", NR, median, took[NR], (sum > 0 ? tokens / sum : 0)
  }'
