using Campaigns.Planning;

namespace Campaigns.Insight;

/// <summary>Finds out what texts feel and speak of, and in which language they are.</summary>
public interface IAnalyser
{
    /// <summary>Analyses texts; what is wrong with single texts is said of each.</summary>
    /// <param name="campaign">Whose texts they are.</param>
    /// <param name="texts">The texts, already without personal data.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="RetryLaterException">The service wants to be asked again later.</exception>
    Task<AnalysedTexts> AnalyseAsync(Campaign campaign, IReadOnlyList<TextToAnalyse> texts, CancellationToken cancellationToken);
}
