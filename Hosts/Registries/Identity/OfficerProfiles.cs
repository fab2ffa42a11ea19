using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Registries.Accounts;
using Npgsql;

namespace DichVuCong.Registries.Identity;

/// <summary>An officer who may work on a system: the account, its posts there, and the profile as it is now.</summary>
/// <param name="Account">The account.</param>
/// <param name="Posts">The posts on the system.</param>
/// <param name="Profile">Who it is.</param>
public sealed record OfficerOnSystem(AccountRow Account, IReadOnlyList<AccountPost> Posts, AccountProfile Profile)
{
    /// <summary>Shows nothing of the person.</summary>
    public override string ToString() => Account.Account.Value;
}

/// <summary>Finds the officer's account behind a person who has signed in: access is on in an active account alone, and only where it has a post.</summary>
public sealed class OfficerProfiles(NpgsqlDataSource database, AccountLookup accounts)
{
    /// <summary>The account of a person that may work on a system now; null when there is none.</summary>
    public async Task<(AccountId Account, IReadOnlyList<AccountPost> Posts)?> FindAsync(PersonalId person, string system, CancellationToken cancellationToken) =>
        await accounts.FindPersonAsync(person, cancellationToken) is { State: AccountState.Active } found && PostsOn(found, system) is { Count: > 0 } posts
            ? (found.Account, posts)
            : null;

    /// <summary>The same account a moment later, with the profile; null when access has been taken since.</summary>
    public async Task<OfficerOnSystem?> OpenAsync(AccountId account, string system, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(account, cancellationToken) is not { State: AccountState.Active } found || PostsOn(found, system) is not { Count: > 0 } posts) return null;
        await using var command = database.CreateCommand("select max(revision) from account.profile where account = $1");
        command.Parameters.Add(new() { Value = account.Value });
        return await command.ExecuteScalarAsync(cancellationToken) is int revision && await accounts.OpenAsync(account, revision, cancellationToken) is { } profile
            ? new OfficerOnSystem(found, posts, profile)
            : null;
    }

    private static List<AccountPost> PostsOn(AccountRow account, string system) =>
        [.. account.Posts.Where(post => post.Systems.Contains(system, StringComparer.Ordinal))];
}
