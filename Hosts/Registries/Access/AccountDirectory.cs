using System.Collections.Frozen;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using DichVuCong.Registries.Hosting;

namespace DichVuCong.Registries.Access;

/// <summary>The accounts as a gateway knows them; replaced whole every few seconds.</summary>
public sealed class AccountDirectory
{
    private static readonly TimeSpan RememberFor = TimeSpan.FromMinutes(10);

    private readonly TimeProvider _time;
    private readonly bool _isDevelopment;
    private readonly byte[] _memoryKey = RandomNumberGenerator.GetBytes(32);
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, (string Proof, DateTimeOffset Until)> _remembered = new(StringComparer.Ordinal);
    private volatile Snapshot? _snapshot;

    /// <summary>Creates a directory.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="isDevelopment">Whether development accounts are taken.</param>
    public AccountDirectory(TimeProvider time, bool isDevelopment) => (_time, _isDevelopment) = (time, isDevelopment);

    /// <summary>Development accounts that are refused here, since this is not Development.</summary>
    public int Refused { get; private set; }

    /// <summary>The accounts that were read last.</summary>
    /// <exception cref="NotReadyException">None were read yet. Nobody may be told then that no account of theirs exists.</exception>
    private Snapshot Current => _snapshot ?? throw new NotReadyException("accounts");

    /// <summary>Takes a new list of accounts.</summary>
    public void Replace(IReadOnlyList<Account> accounts)
    {
        Refused = _isDevelopment ? 0 : accounts.Count(account => account.IsDevelopment);
        _snapshot = new Snapshot([.. accounts.Where(account => _isDevelopment || !account.IsDevelopment)]);
    }

    /// <summary>The account with a name, or null.</summary>
    /// <exception cref="NotReadyException">No accounts were read yet.</exception>
    public Account? Find(string name) => Current.ByName.GetValueOrDefault(name);

    /// <summary>Whether there is an account of that name with a password or a secret. Names are agencies' codes, which everybody knows.</summary>
    public bool Knows(string name) => Find(name) is { } account && (account.PasswordHash is not null || account.Secrets.Count > 0);

    /// <summary>The account with a token or a secret that is good, or null.</summary>
    /// <exception cref="NotReadyException">No accounts were read yet.</exception>
    public Account? FindByToken(string token)
    {
        var hash = Convert.ToHexString(AccountStore.HashOf(token));
        if (Current.ByToken.GetValueOrDefault(hash) is { } account) return account;
        return Current.BySecret.TryGetValue(hash, out var found) && IsGood(found.Secret) ? found.Account with { CalledBy = found.Secret.Number } : null;
    }

    /// <summary>The account that a session was issued to, or null: a session that began with a secret ends with it.</summary>
    /// <exception cref="NotReadyException">No accounts were read yet.</exception>
    public Account? FindBySession(SessionHolder holder)
    {
        ArgumentNullException.ThrowIfNull(holder);
        if (Find(holder.Name) is not { } account) return null;
        if (holder.Secret is not { } number) return account;
        return account.Secrets.Any(secret => secret.Number == number && IsGood(secret)) ? account with { CalledBy = number } : null;
    }

    /// <summary>The accounts that may call from an address without a session, by name.</summary>
    public IEnumerable<Account> Trusting(IPAddress? address) => Current.WithNetworks.Where(account => Trusts(account, address));

    /// <summary>The account whose password or secret this is, or null. A right password is remembered for ten minutes: some clients log in for every call.</summary>
    public Account? LogIn(string name, string password)
    {
        if (Find(name) is not { } account) return null;
        if (BySecret(account, password) is { } called) return called;
        if (account.PasswordHash is not { } hash) return null;
        var proof = Convert.ToHexString(HMACSHA256.HashData(_memoryKey, Encoding.UTF8.GetBytes($"{name}\n{hash}\n{password}")));
        var now = _time.GetUtcNow();
        if (_remembered.TryGetValue(name, out var known) && known.Until > now && known.Proof == proof) return account;
        if (!PasswordHash.Matches(password, hash)) return null;
        _remembered[name] = (proof, now + RememberFor);
        return account;
    }

    private bool IsGood(AccountSecret secret) => secret.EndsAt is not { } end || end > _time.GetUtcNow();

    private Account? BySecret(Account account, string password)
    {
        if (account.Secrets.Count == 0) return null;
        var hash = AccountStore.HashOf(password);
        return account.Secrets.FirstOrDefault(secret => CryptographicOperations.FixedTimeEquals(secret.Hash, hash) && IsGood(secret)) is { } found
            ? account with { CalledBy = found.Number }
            : null;
    }

    /// <summary>Whether an address lies in the networks from which a system's proxy may call without a session.</summary>
    public static bool Trusts(Account account, IPAddress? address)
    {
        if (address is null) return false;
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return account.Networks.Any(network => network.Contains(plain));
    }

    private sealed class Snapshot(IReadOnlyList<Account> accounts)
    {
        public FrozenDictionary<string, Account> ByName { get; } = accounts.ToFrozenDictionary(account => account.Name, StringComparer.Ordinal);

        public FrozenDictionary<string, Account> ByToken { get; } = accounts.Where(account => account.TokenHash is not null)
            .ToFrozenDictionary(account => Convert.ToHexString(account.TokenHash!), StringComparer.Ordinal);

        public FrozenDictionary<string, (Account Account, AccountSecret Secret)> BySecret { get; } = accounts
            .SelectMany(account => account.Secrets.Select(secret => (Account: account, Secret: secret)))
            .ToFrozenDictionary(pair => Convert.ToHexString(pair.Secret.Hash), StringComparer.Ordinal);

        public IReadOnlyList<Account> WithNetworks { get; } =
            [.. accounts.Where(account => account.Networks.Count > 0).OrderBy(account => account.Name, StringComparer.Ordinal)];
    }
}
