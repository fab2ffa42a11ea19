using System.Collections.Concurrent;
using System.Net;

namespace DichVuCong.Gateway.OneStop.Access;

/// <summary>
/// Counts failed logins by user and address: behind a security server many systems share an address, and one of them that keeps a wrong
/// password must not lock the others out.
/// </summary>
internal sealed class LoginFailures(OneStopOptions options, TimeProvider time)
{
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<(string User, IPAddress Address), (int Count, DateTimeOffset Until)> _failures = new();

    /// <summary>Whether this user at this address has to wait.</summary>
    public bool MustWait(string user, IPAddress? address) =>
        _failures.TryGetValue(KeyOf(user, address), out var failure)
            ? failure.Until > time.GetUtcNow() && failure.Count >= options.LoginFailures
            : _failures.Count >= Most;

    /// <summary>Counts a failure. The window begins with the first.</summary>
    public void Count(string user, IPAddress? address)
    {
        var now = time.GetUtcNow();
        if (_failures.Count >= Most) ForgetBefore(now);
        // Somebody tries names without end: then nobody who is not remembered yet may try (MustWait), until the oldest are forgotten.
        if (_failures.Count >= Most) return;
        _failures.AddOrUpdate(
            KeyOf(user, address),
            _ => (1, now + options.LoginFailureWindow),
            (_, known) => known.Until > now ? (known.Count + 1, known.Until) : (1, now + options.LoginFailureWindow));
    }

    /// <summary>Forgets the failures of somebody who has logged in.</summary>
    public void Forget(string user, IPAddress? address) => _failures.TryRemove(KeyOf(user, address), out _);

    private void ForgetBefore(DateTimeOffset now)
    {
        foreach (var (key, failure) in _failures)
        {
            if (failure.Until <= now) _failures.TryRemove(key, out _);
        }
    }

    private static (string, IPAddress) KeyOf(string user, IPAddress? address) => (user, address ?? IPAddress.None);
}
