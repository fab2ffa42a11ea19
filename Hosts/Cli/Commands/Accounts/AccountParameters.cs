using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Registries.Accounts;

namespace DichVuCong.Cli.Commands.Accounts;

/// <summary>Arguments and options of the commands about accounts.</summary>
internal static class AccountParameters
{
    private const int LongestReason = 500;

    /// <summary>An account's identity.</summary>
    public static Argument<AccountId> Account() => new("account")
    {
        Description = "The account's identity, such as T26030201G7K9A2B.",
        CustomParser = result =>
        {
            var text = result.Tokens is [var token] ? token.Value : "";
            if (AccountId.TryParse(text, out var account)) return account;
            result.AddError($"'{text}' is not an account's identity.");
            return default;
        },
    };

    /// <summary>Why an order is given.</summary>
    public static Option<string?> Reason(bool required)
    {
        var option = Parameters.Reason("Why, without personal data.", required);
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } text && (string.IsNullOrWhiteSpace(text) || text.Length > LongestReason || text.Any(char.IsControl)))
                result.AddError($"--reason must have 1 to {LongestReason} characters.");
        });
        return option;
    }

    /// <summary>The account, which must be there.</summary>
    public static async Task<AccountRow> FindAsync(Workplace work, AccountId account, CancellationToken cancellationToken) =>
        await new AccountLookup(work.Source, work.Sealer).FindAsync(account, cancellationToken) ?? throw CliProblemException.NotFound($"There is no account {account}.");
}
