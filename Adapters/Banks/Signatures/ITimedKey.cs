namespace DichVuCong.Adapters.Banks.Signatures;

/// <summary>A key with a name and a time in which it counts.</summary>
public interface ITimedKey
{
    /// <summary>The key's name: what a partner sends as key id, and what an audit row holds in place of the key.</summary>
    string KeyId { get; }

    /// <summary>From when it counts; null for always.</summary>
    DateTimeOffset? ValidFrom { get; }

    /// <summary>Until when it counts, this instant excluded; null for ever.</summary>
    DateTimeOffset? ValidUntil { get; }
}
