namespace Campaigns.EndToEnd.Support;

/// <summary>A campaign to begin a test with.</summary>
internal static class SampleCampaign
{
    public const string Json = """
        { "name": "Give blood", "start": "2015-06-05", "end": "2015-06-21", "timeZone": "Europe/London",
          "hashtags": ["#MissingType", "#NationalBloodWeek"],
          "plan": { "tell": "New donors are needed", "hear": "What keeps people away", "act": "Open sessions where people ask for them" } }
        """;
}
