using Campaigns.Listening.Texts;

namespace Campaigns.Insight;

/// <summary>Analysed texts of one invocation that wait to be added to the totals.</summary>
/// <param name="Texts">The texts.</param>
/// <param name="Analysed">What was found out about them.</param>
/// <param name="Batch">Their batch, where these are the last of it.</param>
internal sealed record WaitingTexts(IReadOnlyList<PackedText> Texts, AnalysedTexts Analysed, ulong? Batch)
{
    /// <summary>Whether they were added; null while nobody tried.</summary>
    public bool? IsAdded { get; set; }
}
