using Campaigns.Http;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Listening.Intake;

/// <summary>The answer to a request that handed mentions in.</summary>
internal static class IntakeAnswer
{
    public static IResult Of(IntakeCounts counts)
    {
        if (counts.Accepted > 0)
        {
            return TypedResults.Accepted((string?)null, counts);
        }

        return Problems.NoMentionAccepted(
            counts.Refused == 0 ? "The body holds no mention." : "Every line was refused.",
            new Dictionary<string, object?>
            {
                ["accepted"] = counts.Accepted,
                ["matched"] = counts.Matched,
                ["matchedTopicsOnly"] = counts.MatchedTopicsOnly,
                ["lookAlikes"] = counts.LookAlikes,
                ["refused"] = counts.Refused,
                ["refusedByReason"] = counts.RefusedByReason,
                ["refusedLines"] = counts.RefusedLines,
                ["ignoredColumns"] = counts.IgnoredColumns,
            });
    }
}
