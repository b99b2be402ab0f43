namespace Campaigns.Publishing;

/// <summary>Where a delivery stands.</summary>
public enum DeliveryState
{
    /// <summary>Its time has not come, or the queue has it.</summary>
    Waiting,

    /// <summary>A worker is publishing it, or was when it ended.</summary>
    Claimed,

    /// <summary>It is out.</summary>
    Published,

    /// <summary>It was not published, for a reason that will not pass by itself.</summary>
    Refused,

    /// <summary>Whether it is out cannot be proven: a person has to look.</summary>
    Unknown,

    /// <summary>It was not published before it became pointless.</summary>
    Expired,

    /// <summary>A person holds it back.</summary>
    Held,

    /// <summary>It will not be published.</summary>
    Cancelled,

    /// <summary>A person publishes it by hand and then says where it is.</summary>
    Manual,
}
