using System.Net;
using DichVuCong.Registries.Access;

namespace DichVuCong.Gateway.OneStop.Access;

/// <summary>Checks the user and password of a one-stop system, by login or by HTTP Basic.</summary>
internal sealed class Logins(AccountDirectory accounts, LoginFailures failures)
{
    /// <summary>What came of an attempt.</summary>
    /// <param name="Account">The account; null when the attempt failed.</param>
    /// <param name="MustWait">Whether it failed for too many failures before it.</param>
    public readonly record struct Attempt(Account? Account, bool MustWait = false);

    /// <summary>Tries a user and password.</summary>
    public Attempt Try(string user, string password, IPAddress? address)
    {
        // Names that are no account's are not remembered: they would only crowd out those that are.
        if (!accounts.Knows(user)) return default;
        if (failures.MustWait(user, address)) return new Attempt(null, MustWait: true);
        if (accounts.LogIn(user, password) is { Kind: AccountKind.OneStop, System: not null } account)
        {
            failures.Forget(user, address);
            return new Attempt(account);
        }

        failures.Count(user, address);
        return default;
    }
}
