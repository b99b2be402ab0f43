using Campaigns.Http;

namespace Campaigns.Planning;

/// <summary>Reads the plan of a campaign: what it tells people, what it wants to hear, how what is learned is acted on, and whom it is for.</summary>
public static class PlanReader
{
    private const int Longest = 4000;

    /// <summary>Checks <c>plan</c>, and reads whom it is for.</summary>
    /// <param name="fields">The campaign document.</param>
    public static IReadOnlyList<AudienceGroup> Read(Fields fields)
    {
        var audience = new List<AudienceGroup>();
        if (fields.Nested("plan", required: true) is not { } plan)
        {
            return audience;
        }

        plan.Text("tell", required: true, max: Longest);
        plan.Text("hear", required: true, max: Longest);
        plan.Text("act", required: true, max: Longest);
        foreach (var group in AccountsReader.Objects(plan, "audience", max: 100))
        {
            var (dimension, name) = (group.Text("dimension", required: true, max: 100), group.Text("group", required: true, max: 100));
            var population = group.Whole("population", 0, 10_000_000_000);
            group.Text("source", max: 500);
            var isHard = group.Flag("hardToReach");
            group.Done();
            if (dimension is not null && name is not null)
            {
                audience.Add(new AudienceGroup(dimension.Trim(), name.Trim(), population, isHard == true));
            }
        }

        plan.Done();
        return audience;
    }
}
