using System.Text.Json;

namespace Campaigns.Benchmarks.Made;

/// <summary>Results and hourly timeline of a campaign, held to the plain count.</summary>
/// <param name="made">What was handed in.</param>
internal sealed class ExactResults(MadeMentions made)
{
    private readonly ExactFigures totals = ExactFigures.Of(made);
    private readonly ExactFigures hours = ExactFigures.HoursOf(made);

    /// <summary>The figures that are not what the plain count says.</summary>
    /// <param name="results">What <c>GET /results</c> answered.</param>
    /// <param name="timeline">What <c>GET /results/timeline?grain=hour</c> answered.</param>
    public IReadOnlyList<string> Differences(JsonElement results, JsonElement timeline) =>
        [.. totals.Differences(ExactFigures.Of(results)), .. hours.Differences(ExactFigures.HoursOf(timeline))];

    /// <summary>The same of bodies; null stands for one that could not be read.</summary>
    public IReadOnlyList<string> Differences(string? results, string? timeline) => results is null || timeline is null
        ? ["the results cannot be read"]
        : Differences(JsonDocument.Parse(results).RootElement, JsonDocument.Parse(timeline).RootElement);
}
