namespace Azure.AI.TextAnalytics;

/// <summary>What kind of thing an entity is.</summary>
public readonly struct EntityCategory : IEquatable<EntityCategory>
{
    public static readonly EntityCategory Person = new("Person");

    public static readonly EntityCategory PersonType = new("PersonType");

    public static readonly EntityCategory Location = new("Location");

    public static readonly EntityCategory Organization = new("Organization");

    public static readonly EntityCategory Event = new("Event");

    public static readonly EntityCategory Product = new("Product");

    public static readonly EntityCategory Skill = new("Skill");

    public static readonly EntityCategory DateTime = new("DateTime");

    public static readonly EntityCategory PhoneNumber = new("PhoneNumber");

    public static readonly EntityCategory Email = new("Email");

    public static readonly EntityCategory Url = new("URL");

    public static readonly EntityCategory IPAddress = new("IPAddress");

    public static readonly EntityCategory Quantity = new("Quantity");

    public static readonly EntityCategory Address = new("Address");

    private readonly string value;

    private EntityCategory(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        this.value = value;
    }

    public static implicit operator EntityCategory(string category) => new(category);

    public static explicit operator string(EntityCategory category) => category.value;

    public static bool operator ==(EntityCategory left, EntityCategory right) => left.Equals(right);

    public static bool operator !=(EntityCategory left, EntityCategory right) => !left.Equals(right);

    public bool Equals(EntityCategory other) => string.Equals(value, other.value, StringComparison.Ordinal);

    public override bool Equals(object obj) => obj is EntityCategory other && Equals(other);

    public override int GetHashCode() => value is null ? 0 : StringComparer.Ordinal.GetHashCode(value);

    public override string ToString() => value;
}
