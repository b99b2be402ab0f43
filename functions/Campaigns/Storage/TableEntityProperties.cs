using Azure.Data.Tables;

namespace Campaigns.Storage;

/// <summary>Properties that a row may lack.</summary>
internal static class TableEntityProperties
{
    /// <summary>Sets a property, unless there is nothing to say.</summary>
    public static TableEntity With(this TableEntity entity, string name, object? value)
    {
        if (value is not null)
        {
            entity[name] = value;
        }

        return entity;
    }
}
