using Campaigns.Http;

namespace Campaigns.Planning;

/// <summary>Reads the fields of a campaign whose features are not built yet: kind and range are checked, so that what is stored will be good.</summary>
public static class LaterFieldsReader
{
    private static readonly string[] Layers = ["output", "outtake", "outcome", "impact"];

    /// <summary>Checks the fields and says which were given.</summary>
    /// <param name="fields">The campaign document.</param>
    /// <param name="names">The fields' names.</param>
    /// <returns>Those that were given.</returns>
    public static IReadOnlyList<string> Read(Fields fields, IReadOnlyList<string> names)
    {
        Objectives(fields);
        fields.Address("privacyNoticeUrl");
        return [.. names.Where(name => fields.Any(name) is not null)];
    }

    private static void Objectives(Fields fields)
    {
        foreach (var objective in AccountsReader.Objects(fields, "objectives", max: 100))
        {
            objective.Text("metric", required: true, max: 100);
            if (objective.Text("layer", required: true) is { } layer && !Layers.Contains(layer))
            {
                objective.Faults.Add(objective.PathOf("layer"), layer, $"must be one of {string.Join(", ", Layers)}");
            }

            objective.Number("baseline");
            objective.Number("target", required: true);
            objective.Date("by");
            objective.Done();
        }
    }
}
