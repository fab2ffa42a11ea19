using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Access;

namespace DichVuCong.Cli.Commands.Accounts;

/// <summary><c>dvc accounts systems list</c>: secrets of system accounts, never the secrets themselves.</summary>
internal sealed class SecretsListCommand : DvcCommand
{
    private readonly Option<string?> _name = new("--name") { Description = "Only those of this account.", HelpName = "NAME" };

    public SecretsListCommand(CliEnvironment environment)
        : base(environment, "list", "List the secrets of system accounts, those that are over too.") => Options.Add(_name);

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var secrets = await new AccountSecrets(work.Source).ListAsync(arguments.GetValue(_name), cancellationToken);
        var now = Environment.Time.GetUtcNow();
        return new Answer(new { secrets }, console =>
        {
            var table = Tables.Of("Tài khoản", "Số", "Cấp lúc", "Người cấp", "Tình trạng");
            foreach (var row in secrets) table.Row(row.Name, row.Number.ToString(CultureInfo.InvariantCulture), Tables.Time(row.IssuedAt), row.IssuedBy, StateOf(row, now));
            console.Write(table);
        });
    }

    private static string StateOf(SecretView row, DateTimeOffset now) => row switch
    {
        { RevokedAt: { } at } => $"thu hồi {Tables.Time(at)} ({row.RevokedBy})",
        { EndsAt: { } end } when end <= now => $"hết hiệu lực {Tables.Time(end)}",
        { EndsAt: { } end } => $"còn đến {Tables.Time(end)}",
        _ => "đang dùng",
    };
}

/// <summary><c>dvc accounts systems issue|rotate</c>: a secret is made here, shown once and kept as a hash.</summary>
internal sealed class SecretIssueCommand : DvcCommand
{
    private const int MostHours = 24 * 90;

    private readonly bool _rotates;
    private readonly Argument<string> _name = new("name") { Description = "The account: an agency's code, or a name of its own." };
    private readonly Option<string?> _system = new("--system") { Description = "The one-stop system that a new account belongs to.", HelpName = "CODE" };
    private readonly Option<int> _overlap = Parameters.Count("--overlap", "Hours for which the secret before stays good.", 24, MostHours);

    public SecretIssueCommand(CliEnvironment environment, bool rotates)
        : base(
            environment, rotates ? "rotate" : "issue",
            rotates ? "Replace a secret: both are good for the overlap, then the old one ends by itself." : "Issue a secret; with --system the account is made where there is none.")
    {
        _rotates = rotates;
        Arguments.Add(_name);
        Options.Add(rotates ? _overlap : _system);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var name = arguments.GetRequiredValue(_name);
        await using var work = Open();
        if (!_rotates && arguments.GetValue(_system) is { } system) await MakeAsync(work, name, system, cancellationToken);
        TimeSpan? overlap = _rotates ? TimeSpan.FromHours(arguments.GetValue(_overlap)) : null;
        var (secret, number, obstacle) = await new AccountSecrets(work.Source).IssueAsync(name, overlap, AccountDoor.By(work), cancellationToken);
        if (obstacle == SecretObstacle.NoAccount) throw CliProblemException.NotFound($"There is no account {name} in use. Make it with --system.");
        if (obstacle == SecretObstacle.TwoAlready) throw CliProblemException.Refused($"{name} has {AccountSecrets.Most} secrets that are good: revoke one first (dvc accounts systems list).");
        return new Answer(
            new { name, number, secret },
            console => console.Line($"Đã cấp mã số {number} cho {name}. Mã truy cập (chỉ hiện một lần): {secret}"));
    }

    private async Task MakeAsync(Workplace work, string name, string system, CancellationToken cancellationToken)
    {
        if ((await work.LoadCatalogueAsync(cancellationToken)).Systems.Find(system) is null) throw CliProblemException.NotFound($"There is no one-stop system {system}.");
        if ((await new AccountOverview(work.Source).ListAsync(cancellationToken)).FirstOrDefault(account => account.Name == name) is { } there)
        {
            if (there.System != system) throw CliProblemException.Refused($"{name} belongs to {there.System ?? there.Kind}, not to {system}.");
            return;
        }

        // Every account has a token or a password; this one's nobody knows, so that only its secrets open the door.
        var unknown = RandomNumberGenerator.GetBytes(32);
        await new AccountStore(work.Source).SaveAsync(
            [new Account(name, AccountKind.OneStop, system, PasswordHash: null, SHA256.HashData(unknown), [], IsDevelopment: false)], Environment.Operator, cancellationToken);
    }
}

/// <summary><c>dvc accounts systems revoke</c>: it stops working at once on every host.</summary>
internal sealed class SecretRevokeCommand : DvcCommand
{
    private readonly Argument<string> _name = new("name") { Description = "The account." };
    private readonly Option<int?> _number = new("--number") { Description = "Only the secret of this number; without it all of them.", HelpName = "N" };

    public SecretRevokeCommand(CliEnvironment environment)
        : base(environment, "revoke", "Revoke a secret, or all of an account; they stop working at once on every host.")
    {
        Arguments.Add(_name);
        Options.Add(_number);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var name = arguments.GetRequiredValue(_name);
        await using var work = Open();
        var revoked = await new AccountSecrets(work.Source).RevokeAsync(name, arguments.GetValue(_number), AccountDoor.By(work), cancellationToken);
        if (revoked == 0) throw CliProblemException.NotFound($"{name} has no such secret that is good.");
        return new Answer(new { name, revoked }, console => console.Line($"Đã thu hồi {revoked} mã truy cập của {name}; có hiệu lực ngay trên mọi máy chủ."));
    }
}
