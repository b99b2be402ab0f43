using System.Text.Json;
using Campaigns.Http;
using NodaTime;

namespace Campaigns.Planning;

/// <summary>Reads what a campaign wants to reach.</summary>
public static class ObjectivesReader
{
    private const decimal Largest = 1_000_000_000_000_000;

    private static readonly string[] Layers = ["output", "outtake", "outcome", "impact"];

    /// <summary>Reads <c>objectives</c>.</summary>
    /// <param name="fields">The campaign document.</param>
    /// <param name="start">The campaign's first day, or null where it is not known.</param>
    /// <param name="end">Its last day, by which an objective is meant that does not say.</param>
    /// <param name="metrics">What may be named; null for a document that was checked before.</param>
    public static IReadOnlyList<CampaignObjective> Read(Fields fields, LocalDate? start, LocalDate? end, ObjectiveMetrics? metrics)
    {
        var objectives = new List<CampaignObjective>();
        foreach (var objective in AccountsReader.Objects(fields, "objectives", max: 100))
        {
            var metric = objective.Text("metric", required: true, max: 100);
            var layer = Layer(objective);
            var (baseline, target) = (Amount(objective, "baseline"), Amount(objective, "target", required: true));
            var by = objective.Date("by") ?? end;
            var (name, channel, account, scope) = (objective.Text("name", max: 200), objective.Text("channel"), objective.Text("account"), objective.Text("scope"));
            Check(objective, metric, layer, by, start, end, metrics);
            Sides(objective, metric, channel, account, scope, metrics);
            if (baseline is not null && baseline == target)
            {
                objective.Faults.Add(objective.PathOf("target"), objective.Any("target")!.Value, "is what it was before: then there is nothing to reach");
            }

            objective.Done();
            if (metric is not null && layer is not null && target is { } wanted && by is { } day)
            {
                objectives.Add(new CampaignObjective(metric, layer, baseline, wanted, day, name, channel, account?.TrimStart('@'), scope));
            }
        }

        return objectives;
    }

    private static void Check(Fields objective, string? metric, string? layer, LocalDate? by, LocalDate? start, LocalDate? end, ObjectiveMetrics? metrics)
    {
        if (by?.Year > PeriodReader.LatestYear)
        {
            objective.Faults.Add(objective.PathOf("by"), Text(by), $"must be no later than {PeriodReader.LatestYear}");
        }

        if (by < start)
        {
            objective.Faults.Add(objective.PathOf("by"), Text(by), "must not be before start");
        }

        if (metric is null || metrics is null)
        {
            return;
        }

        if (metrics.Layers.TryGetValue(metric, out var its))
        {
            if (layer is not null && layer != its)
            {
                objective.Faults.Add(objective.PathOf("layer"), layer, $"must be {its}: that is what {metric} tells by its definition");
            }

            if (by > end)
            {
                objective.Faults.Add(objective.PathOf("by"), Text(by), "must not be after end: the engine makes this figure of the campaign's own days");
            }
        }
        else if (!metrics.MayBeEntered(metric))
        {
            objective.Faults.Add(objective.PathOf("metric"), metric, metrics.Rule);
        }
    }

    /// <summary>Of figures that stand for several, which one; what is counted stands for the campaign.</summary>
    private static void Sides(Fields objective, string? metric, string? channel, string? account, string? scope, ObjectiveMetrics? metrics)
    {
        if (channel is not null && !Channel.TryParse(channel, out _))
        {
            objective.Faults.Add(objective.PathOf("channel"), channel, Channel.Rule);
        }

        if (account is not null && !AccountName.TryParse(account, out _))
        {
            objective.Faults.Add(objective.PathOf("account"), account, AccountName.Rule);
        }

        if (metric is null || metrics is null || !metrics.Layers.ContainsKey(metric))
        {
            return;
        }

        foreach (var (field, given) in new[] { ("channel", channel), ("account", account), ("scope", scope) })
        {
            if (given is not null && !metrics.OfAccounts.Contains(metric))
            {
                objective.Faults.Add(objective.PathOf(field), given, $"is not a field of an objective on {metric}: that is a figure of the whole campaign");
            }
        }
    }

    private static string? Layer(Fields objective)
    {
        var layer = objective.Text("layer", required: true);
        if (layer is null || Layers.Contains(layer))
        {
            return layer;
        }

        objective.Faults.Add(objective.PathOf("layer"), layer, $"must be one of {string.Join(", ", Layers)}");
        return null;
    }

    private static decimal? Amount(Fields objective, string name, bool required = false)
    {
        if (objective.Any(name, required) is not { } given)
        {
            return null;
        }

        if (given.ValueKind == JsonValueKind.Number && given.TryGetDecimal(out var amount) && Math.Abs(amount) <= Largest)
        {
            return amount;
        }

        objective.Faults.Add(objective.PathOf(name), given, "must be a number from -10^15 to 10^15");
        return null;
    }

    private static string? Text(LocalDate? date) => date?.ToString("uuuu-MM-dd", null);
}
