using System.Globalization;
using System.Text;
using Campaigns.Listening.Supporters;
using Campaigns.Results.Objectives;

namespace Campaigns.Results.Report;

/// <summary>What the engine's own words are for people.</summary>
internal static class ReportWords
{
    /// <summary>Why there is no number, in the space of a cell.</summary>
    public static string Short(string status) => status switch
    {
        FigureStatus.NotYet => "not yet",
        FigureStatus.NotOffered => "not offered",
        FigureStatus.NotPermitted => "not permitted",
        FigureStatus.Failed => "failed",
        FigureStatus.Suppressed => "hidden",
        _ => "not known",
    };

    /// <summary>The same as a sentence.</summary>
    public static string Why(string status) => status switch
    {
        FigureStatus.NotYet => "It is not there yet.",
        FigureStatus.NotOffered => "Nothing that was looked at offers it.",
        FigureStatus.NotPermitted => "Somebody knows it and may not tell.",
        FigureStatus.Failed => "It could not be worked out.",
        FigureStatus.Suppressed => "It is known and not shown, because it would tell of few people.",
        _ => "It is not known.",
    };

    public static string State(string state) => state switch
    {
        ObjectiveState.NotStarted => "not started",
        ObjectiveState.Reached => "reached",
        ObjectiveState.Missed => "missed",
        ObjectiveState.OnTrack => "on track",
        ObjectiveState.Behind => "behind",
        _ => "not known",
    };

    public static string Channel(string channel) => channel switch
    {
        "careopinion" => "Care Opinion",
        "facebookgroup" => "Facebook groups",
        "linkedin" => "LinkedIn",
        "scribblelive" => "ScribbleLive",
        "wordpress" => "WordPress",
        "youtube" => "YouTube",
        _ => char.ToUpperInvariant(channel[0]) + channel[1..],
    };

    public static string Metric(string metric) => metric switch
    {
        "organisations" => "Organisations and brands",
        "engagements.likes" or "engagements.shares" or "engagements.comments" or "engagements.views" => Capital($"{metric.Split('.')[1]} of mentions"),
        "mentionsPerContributor" => "Mentions for each contributor",
        "followersPerContributor" => "Followers for each contributor",
        "followerGrowth" => "Growth of followers",
        "followerGrowthPercent" => "Growth of followers in percent",
        _ => Capital(Spoken(metric)),
    };

    /// <summary>A name as it is spoken: <c>people-engaged</c> and <c>peopleEngaged</c> are people engaged.</summary>
    public static string Spoken(string name)
    {
        var words = new StringBuilder(name.Length + 8);
        for (var at = 0; at < name.Length; at++)
        {
            var starts = char.IsUpper(name[at]) && at > 0 && char.IsLower(name[at - 1]);
            words.Append(starts ? " " : "").Append(name[at] == '-' ? ' ' : starts ? char.ToLowerInvariant(name[at]) : name[at]);
        }

        return words.ToString();
    }

    /// <summary>A text that somebody wrote, on one line and without what would turn the direction of the words around it.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control)
            {
                plain.Append(plain.Length > 0 && plain[^1] != ' ' ? " " : "");
            }
            else if (rune.Value is not (0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)))
            {
                plain.Append(rune.ToString());
            }
        }

        return plain.ToString().Trim();
    }

    public static string Kind(SupporterKind kind) => kind == SupporterKind.Organisation ? "organisation" : "public figure";

    /// <summary>What stands above sentences whose figures are of an origin.</summary>
    public static string Heading(string origin, CampaignReport report) => origin switch
    {
        ReportOrigin.Counted => "Counted",
        // Texts are analysed beside the counting, so this may be another moment.
        ReportOrigin.Analysed => report.Figures.Where(figure => figure.Origin == origin).Max(figure => figure.AsOf) is { } asOf && (report.AsOf is not { } counted || ShownNumbers.Moment(asOf) != ShownNumbers.Moment(counted)) ? $"Analysed, as of {ShownNumbers.Moment(asOf)}" : "Analysed",
        _ => "Self-reported: entered by hand, never added to what was counted",
    };

    /// <summary>How many objectives are in which state.</summary>
    public static string States(IReadOnlyList<ReportObjective> objectives) =>
        $"Objectives by layer, from what went out to what came of it: {ShownNumbers.List([.. objectives.GroupBy(objective => objective.State).Select(state => $"{ShownNumbers.Number(state.Count())} {State(state.Key)}")])}";

    /// <summary>Hashtags as a list, as many as there is room for and the others as a number.</summary>
    public static (string Shown, bool AreAll) Hashtags(IReadOnlyList<string> tags, int most)
    {
        var (count, length) = (1, tags[0].Length);
        while (count < tags.Count && (length += tags[count].Length + 2) <= most)
        {
            count++;
        }

        var others = tags.Count - count;
        return (ShownNumbers.List(others == 0 ? tags : [.. tags.Take(count), ShownNumbers.Count(others, "other hashtag", "other hashtags")]), others == 0);
    }

    /// <summary>Who else took part, as a number.</summary>
    public static string Others(ReportSupporters supporters)
    {
        var more = supporters.MoreNamed > 0 ? $"{ShownNumbers.Count(supporters.MoreNamed, "other supporter", "other supporters")} of the campaign’s list took part. " : "";
        return more + supporters.Others switch
        {
            { Value: { } others } => $"Everybody else is a number: {ShownNumbers.Count((long)others, "contributor", "contributors")}.",
            { Status: FigureStatus.Suppressed } => "Everybody else is a number, and that is hidden, because they are few.",
            _ => "How many others there were is not known.",
        };
    }

    /// <summary>How a figure came about, as a sentence.</summary>
    public static string CameAbout(ReportFigure figure) => figure switch
    {
        { Said: { } said } => $"Self-reported: {said.ReportedBy}, who read it from: {said.ReadFrom}",
        { Origin: ReportOrigin.SelfReported, Value: null } => "Self-reported: nobody has entered it",
        { Origin: ReportOrigin.SelfReported } => "Self-reported: worked out from what was entered by hand",
        { Origin: ReportOrigin.Analysed, Source: { } analyser } => $"Analysed: {analyser}",
        { Origin: ReportOrigin.Analysed } => "Analysed",
        { Origin: ReportOrigin.Planned } => "From the plan",
        { Status: FigureStatus.NotYet } => "Counted by this engine, and nothing is counted yet",
        _ => "Counted by this engine",
    };

    /// <summary>When a figure was true: one that was entered for a day, on that day.</summary>
    public static string AsOf(ReportFigure figure) => figure switch
    {
        { AsOf: null } => Capital(Short(figure.Status)),
        { Origin: ReportOrigin.SelfReported, AsOf: { } end } when end.TimeOfDay == TimeSpan.Zero => $"End of {ShownNumbers.Day(DateOnly.FromDateTime(end.DateTime.AddDays(-1)))}",
        { AsOf: { } asOf } => ShownNumbers.Moment(asOf),
    };

    public static string Coverage(ReportFigure figure) =>
        figure.Coverage is { } share ? ShownNumbers.Percent(share) : figure.Origin is ReportOrigin.SelfReported or ReportOrigin.Planned ? "does not apply" : "not known";

    public static string Amount(decimal? amount, string unit) => amount is { } known ? ShownNumbers.Number(known) + unit : "not known";

    /// <summary>What stands behind an objective's figure that somebody entered.</summary>
    public static string Mark(ReportObjective objective) => objective is { Now.Value: not null, Origin: ReportOrigin.SelfReported } ? " (self-reported)" : "";

    /// <summary>What there is to say beside an objective's state.</summary>
    public static string More(ReportObjective objective) =>
        objective.Why is { } why ? $": {why}" : objective.Forecast is { } forecast ? $": heading for {Amount(forecast, objective.Unit)}" : "";

    public static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
