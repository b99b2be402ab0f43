using Microsoft.OData.Edm;

namespace Campaigns.Results.Feed;

/// <summary>A column of the feed. Its name, type and nullability never change once it was published.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsNullable">Whether it may be null; a figure that may be has a status column beside it.</param>
internal sealed record FeedColumn(string Name, EdmPrimitiveTypeKind Type, bool IsNullable = false)
{
    public static FeedColumn Text(string name) => new(name, EdmPrimitiveTypeKind.String);

    public static FeedColumn PerhapsText(string name) => new(name, EdmPrimitiveTypeKind.String, true);

    public static FeedColumn Count(string name) => new(name, EdmPrimitiveTypeKind.Int64);

    /// <summary>A number that adds up and need not be whole.</summary>
    public static FeedColumn Sum(string name) => new(name, EdmPrimitiveTypeKind.Double);

    public static FeedColumn Small(string name) => new(name, EdmPrimitiveTypeKind.Int32);

    public static FeedColumn Flag(string name) => new(name, EdmPrimitiveTypeKind.Boolean);

    public static FeedColumn Day(string name) => new(name, EdmPrimitiveTypeKind.Date);

    public static FeedColumn Moment(string name) => new(name, EdmPrimitiveTypeKind.DateTimeOffset);

    public static FeedColumn PerhapsMoment(string name) => new(name, EdmPrimitiveTypeKind.DateTimeOffset, true);

    /// <summary>A count that may be unknown, and beside it what it is worth.</summary>
    public static FeedColumn[] Figure(string name) => [new(name, EdmPrimitiveTypeKind.Int64, true), Text($"{name}Status")];

    /// <summary>A share or rate that may be unknown, and beside it what it is worth.</summary>
    public static FeedColumn[] Rate(string name) => [new(name, EdmPrimitiveTypeKind.Double, true), Text($"{name}Status")];
}
