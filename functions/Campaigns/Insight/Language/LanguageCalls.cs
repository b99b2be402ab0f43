using System.Globalization;
using Azure.AI.TextAnalytics;

namespace Campaigns.Insight.Language;

/// <summary>Asks one thing about documents: as many in a request as the service takes, each answer for the document that it names, and no document's trouble another's.</summary>
/// <param name="faults">What failures mean.</param>
internal sealed class LanguageCalls(LanguageFaults faults)
{
    // A request may be 1 MB, and a character becomes up to six in JSON.
    private const int MostCharacters = 150_000;

    /// <summary>Asks about all of them.</summary>
    /// <param name="feature">What is asked.</param>
    /// <param name="most">The most documents of one request.</param>
    /// <param name="questions">The documents.</param>
    /// <param name="call">Sends a request; documents go by their numbers.</param>
    /// <param name="read">Reads what was found in one document.</param>
    /// <param name="usage">What is paid for.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public async Task<IReadOnlyList<LanguageOutcome<TValue>>> AskAsync<TResult, TValue>(
        LanguageFeature feature,
        int most,
        IReadOnlyList<LanguageQuestion> questions,
        Func<IEnumerable<(string Id, LanguageQuestion Question)>, CancellationToken, Task<IReadOnlyList<TResult>>> call,
        Func<TResult, TValue?> read,
        LanguageUsage usage,
        CancellationToken cancellationToken)
        where TResult : TextAnalyticsResult
        where TValue : class
    {
        var outcomes = new LanguageOutcome<TValue>[questions.Count];
        foreach (var request in Requests(questions, most))
        {
            await SendAsync(request);
        }

        return outcomes;

        async Task SendAsync(Range range)
        {
            var (start, count) = range.GetOffsetAndLength(questions.Count);
            var numbers = Enumerable.Range(start, count);
            var records = RecordCounts.Of(feature, numbers.Sum(number => questions[number].Records));
            cancellationToken.ThrowIfCancellationRequested();
            usage.Add(records);
            ILookup<string, TResult> answers;
            try
            {
                answers = (await call(numbers.Select(number => (IdOf(number), questions[number])), cancellationToken)).ToLookup(answer => answer.Id, StringComparer.Ordinal);
            }
            catch (Exception fault) when (!(fault is OperationCanceledException && cancellationToken.IsCancellationRequested))
            {
                var (didNothing, thrown) = faults.Judge(feature, fault);
                if (didNothing)
                {
                    usage.TakeBack(records);
                }

                if (thrown is not null)
                {
                    throw thrown;
                }

                if (count == 1)
                {
                    outcomes[start] = LanguageOutcome<TValue>.Failed;
                    return;
                }

                await SendAsync(start..(start + (count / 2)));
                await SendAsync((start + (count / 2))..(start + count));
                return;
            }

            foreach (var number in numbers)
            {
                // A document that is missing, or that was answered twice, has no answer that can be believed.
                var own = answers[IdOf(number)].ToList();
                outcomes[number] = own.Count == 1 ? Outcome(own[0], read) : LanguageOutcome<TValue>.Failed;
            }
        }
    }

    private static LanguageOutcome<TValue> Outcome<TResult, TValue>(TResult result, Func<TResult, TValue?> read)
        where TResult : TextAnalyticsResult
        where TValue : class =>
        !result.HasError ? new(InsightStatus.Analysed, read(result))
        : result.Error.ErrorCode == TextAnalyticsErrorCode.UnsupportedLanguageCode ? new(InsightStatus.NotOffered, null)
        : LanguageOutcome<TValue>.Failed;

    private static string IdOf(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<Range> Requests(IReadOnlyList<LanguageQuestion> questions, int most)
    {
        var (start, characters) = (0, 0);
        for (var at = 0; at < questions.Count; at++)
        {
            if (at > start && (at - start == most || characters + questions[at].Text.Length > MostCharacters))
            {
                yield return start..at;
                (start, characters) = (at, 0);
            }

            characters += questions[at].Text.Length;
        }

        if (start < questions.Count)
        {
            yield return start..questions.Count;
        }
    }
}
