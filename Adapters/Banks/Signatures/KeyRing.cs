namespace DichVuCong.Adapters.Banks.Signatures;

/// <summary>
/// A partner's keys. While one follows another both count, so that neither side has to change at one instant; a message says nothing about
/// which it used, or names it by its key id.
/// </summary>
/// <typeparam name="TKey">The kind of key.</typeparam>
public sealed class KeyRing<TKey>
    where TKey : class, ITimedKey
{
    private readonly TKey[] _newestFirst;

    /// <summary>Makes a ring.</summary>
    /// <exception cref="ArgumentException">There is no key, or two have the same name.</exception>
    public KeyRing(IEnumerable<TKey> keys)
    {
        _newestFirst = [.. keys.OrderByDescending(key => key.ValidFrom ?? DateTimeOffset.MinValue)];
        if (_newestFirst.Length == 0) throw new ArgumentException("A ring of keys needs one key at least.", nameof(keys));
        if (_newestFirst.DistinctBy(key => key.KeyId, StringComparer.Ordinal).Count() < _newestFirst.Length)
        {
            throw new ArgumentException("Two keys of a ring have the same key id.", nameof(keys));
        }
    }

    /// <summary>The keys that count at an instant, the newest first.</summary>
    public IEnumerable<TKey> ActiveAt(DateTimeOffset now) => _newestFirst.Where(key => Counts(key, now));

    /// <summary>
    /// The key to sign with: the oldest that counts. The partner knows it for certain, while the newest may not have reached all of its
    /// servers; when the oldest ends, the next takes over by itself.
    /// </summary>
    /// <returns>Null when no key counts at that instant.</returns>
    public TKey? ToSignAt(DateTimeOffset now) => ActiveAt(now).LastOrDefault();

    /// <summary>The key of that name, when it counts at that instant.</summary>
    public TKey? Find(string keyId, DateTimeOffset now) => ActiveAt(now).FirstOrDefault(key => key.KeyId == keyId);

    /// <summary>The key of that name, whether it counts or not: for the reply to a message that it proved a moment ago.</summary>
    internal TKey? ByName(string keyId) => Array.Find(_newestFirst, key => key.KeyId == keyId);

    private static bool Counts(TKey key, DateTimeOffset now) =>
        (key.ValidFrom is not { } from || from <= now) && (key.ValidUntil is not { } until || now < until);
}
