namespace Azure.Data.Tables;

/// <summary>One operation of an entity group transaction.</summary>
/// <remarks>
/// An update with no ETag is sent without a condition, as the official client does: it then creates a missing entity.
/// That all entities share one partition key is left to the service and to the caller.
/// </remarks>
public class TableTransactionAction
{
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity)
        : this(actionType, entity, default)
    {
    }

    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity, ETag etag = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        (ActionType, Entity, ETag) = (actionType, entity, etag);
    }

    public TableTransactionActionType ActionType { get; }

    public ITableEntity Entity { get; }

    public ETag ETag { get; }
}
