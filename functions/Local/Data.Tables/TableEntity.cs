namespace Azure.Data.Tables;

/// <summary>An entity as a bag of properties; keys, timestamp and ETag lie in the bag under the service's names.</summary>
public sealed partial class TableEntity : ITableEntity
{
    internal const string ETagName = "odata.etag";

    private readonly Dictionary<string, object> properties;

    public TableEntity()
        : this(null)
    {
    }

    public TableEntity(string partitionKey, string rowKey)
        : this(null) => (PartitionKey, RowKey) = (partitionKey, rowKey);

    public TableEntity(IDictionary<string, object> values) => properties = values is null ? [] : new(values);

    public string PartitionKey
    {
        get => GetString(nameof(PartitionKey));
        set => properties[nameof(PartitionKey)] = value;
    }

    public string RowKey
    {
        get => GetString(nameof(RowKey));
        set => properties[nameof(RowKey)] = value;
    }

    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(nameof(Timestamp));
        set => properties[nameof(Timestamp)] = value;
    }

    public ETag ETag
    {
        get => GetString(ETagName) is { } tag ? new(tag) : default;
        set => properties[ETagName] = value.ToString();
    }

    public string GetString(string key) => (string)Value(key, typeof(string));

    public BinaryData GetBinaryData(string key) => (BinaryData)Value(key, typeof(BinaryData));

    public byte[] GetBinary(string key) => (byte[])Value(key, typeof(byte[]));

    public bool? GetBoolean(string key) => (bool?)Value(key, typeof(bool));

    public DateTime? GetDateTime(string key) => (DateTime?)Value(key, typeof(DateTime));

    public DateTimeOffset? GetDateTimeOffset(string key) => (DateTimeOffset?)Value(key, typeof(DateTimeOffset));

    public double? GetDouble(string key) => (double?)Value(key, typeof(double));

    public Guid? GetGuid(string key) => (Guid?)Value(key, typeof(Guid));

    public int? GetInt32(string key) => (int?)Value(key, typeof(int));

    public long? GetInt64(string key) => (long?)Value(key, typeof(long));

    /// <summary>The value as the type that was asked for; a property of another type is an error, an absent one is null.</summary>
    private object Value(string key, Type wanted)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return properties.GetValueOrDefault(key) switch
        {
            null => null,
            var value when wanted.IsInstanceOfType(value) => value,
            DateTimeOffset moment when wanted == typeof(DateTime) => moment.UtcDateTime,
            DateTime moment when wanted == typeof(DateTimeOffset) => new DateTimeOffset(moment),
            byte[] bytes when wanted == typeof(BinaryData) => new BinaryData(bytes),
            var value => throw new InvalidOperationException($"Property {key} holds a {value.GetType()}, not a {wanted}."),
        };
    }
}
