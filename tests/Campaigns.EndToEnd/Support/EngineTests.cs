namespace Campaigns.EndToEnd.Support;

/// <summary>Tests that start engines run one after the other: two of them would only wait for each other's processor.</summary>
[CollectionDefinition(Name)]
public sealed class EngineTests
{
    public const string Name = "engine";
}
