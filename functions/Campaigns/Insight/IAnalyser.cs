using Campaigns.Planning;

namespace Campaigns.Insight;

/// <summary>Finds out what texts feel and speak of, and in which language they are.</summary>
public interface IAnalyser
{
    /// <summary>How many texts to ask of it at once: what was answered is kept even if a later part fails, and need not be paid for again.</summary>
    int MostTexts => int.MaxValue;

    /// <summary>Analyses texts; what is wrong with single texts is said of each.</summary>
    /// <param name="campaign">Whose texts they are.</param>
    /// <param name="texts">
    /// The texts, already without personal data. An empty one says nothing (<see cref="TextInsight.Silent"/>); where a sample is taken, it is in it as often as
    /// any other, or the sample would be of those alone who say something.
    /// </param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="RetryLaterException">The service wants to be asked again later, and answered nothing; what it answered before it said so is given back.</exception>
    Task<AnalysedTexts> AnalyseAsync(Campaign campaign, IReadOnlyList<TextToAnalyse> texts, CancellationToken cancellationToken);
}
