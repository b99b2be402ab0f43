using System.Text.Json.Serialization;

namespace Campaigns.Tests.Infra;

/// <summary>An expression of a Bicep file, as <c>Bicep/read.mjs</c> tells it.</summary>
/// <param name="Kind">What it is: string, text (with interpolations), number, boolean, null, object, array, name, member, call or other.</param>
/// <param name="Value">Its text, or the name of what is called.</param>
public sealed record Expression(string Kind, string? Value)
{
    /// <summary>The properties of an object.</summary>
    [JsonConverter(typeof(PropertyPairs))]
    public IReadOnlyList<KeyValuePair<string, Expression>> Properties { get; init; } = [];

    /// <summary>The items of an array.</summary>
    public IReadOnlyList<Expression> Items { get; init; } = [];

    /// <summary>What is within anything else.</summary>
    public IReadOnlyList<Expression> Parts { get; init; } = [];

    /// <summary>This and everything within, at any depth.</summary>
    public IEnumerable<Expression> All => [this, .. Properties.Select(property => property.Value).Concat(Items).Concat(Parts).SelectMany(part => part.All)];

    /// <summary>A property of an object; of the object within, for a resource that stands in a loop or under a condition.</summary>
    public Expression? this[string property] => Body?.Properties.FirstOrDefault(pair => pair.Key == property).Value;

    /// <summary>The object that it is or holds.</summary>
    public Expression? Body => All.FirstOrDefault(part => part.Kind == "object");
}
