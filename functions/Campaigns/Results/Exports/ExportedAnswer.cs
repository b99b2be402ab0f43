using Campaigns.Http;
using Campaigns.Results.Timeline;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Results.Exports;

/// <summary>Results in the format that is asked for, to keep and to ask about again.</summary>
internal static class ExportedAnswer
{
    /// <summary>What the results are offered in.</summary>
    public static IReadOnlyList<AnswerFormat> OfResults { get; } = [AnswerFormat.Json, AnswerFormat.Csv];

    /// <summary>What a timeline is offered in.</summary>
    public static IReadOnlyList<AnswerFormat> OfTimeline { get; } = [AnswerFormat.Json, AnswerFormat.Csv, AnswerFormat.Lines];

    public static CachedAnswer Of(HttpRequest request, AnswerFormat format, ResultsResponse results) => format == AnswerFormat.Csv
        ? CachedAnswer.Saved(format, ResultsCsv.Write(results, CachedAnswer.JsonOf(request)), $"{results.CampaignId}-results.csv")
        : CachedAnswer.Json(request, results);

    public static CachedAnswer Of(HttpRequest request, AnswerFormat format, string campaignId, TimelineResponse timeline)
    {
        var name = $"{campaignId}-by-{timeline.Grain}.{format.Name}";
        return format == AnswerFormat.Csv ? CachedAnswer.Saved(format, TimelineCsv.Write(timeline), name)
            : format == AnswerFormat.Lines ? CachedAnswer.Saved(format, TimelineLines.Write(campaignId, timeline, CachedAnswer.JsonOf(request)), name)
            : CachedAnswer.Json(request, timeline);
    }
}
