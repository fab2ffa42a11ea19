using System.Buffers.Text;
using System.CommandLine;
using System.Net;
using System.Security.Cryptography;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Access;

namespace DichVuCong.Cli.Commands.Access;

/// <summary>
/// <c>dvc account add</c>: one-stop systems log in with a password, the others carry a token. The secret is read from standard input, or made
/// here and shown once.
/// </summary>
internal sealed class AccountAddCommand : DvcCommand
{
    private const int ShortestPassword = 12;

    private readonly Argument<string> _name = new("name") { Description = "The account's name; for a one-stop system an agency's code." };

    private readonly Option<AccountKind> _kind = new("--kind")
    {
        Description = "portal, coordination, onestop or operator.",
        HelpName = "KIND",
        Required = true,
    };

    private readonly Option<string?> _system = new("--system") { Description = "The one-stop system it belongs to (kind onestop).", HelpName = "CODE" };
    private readonly Option<string[]> _networks = new("--network")
    {
        Description = "A network from which the system's proxy may call without a session (10.1.2.0/24); may be repeated.",
        HelpName = "CIDR",
    };

    private readonly Option<bool> _stdin = new("--secret-stdin") { Description = "Read the secret from standard input instead of making one." };

    public AccountAddCommand(CliEnvironment environment)
        : base(environment, "add", "Add an account, or replace the one of this name.")
    {
        Arguments.Add(_name);
        foreach (var option in new Option[] { _kind, _system, _networks, _stdin }) Options.Add(option);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (name, kind, system) = (arguments.GetRequiredValue(_name), arguments.GetValue(_kind), arguments.GetValue(_system));
        if ((kind == AccountKind.OneStop) != (system is not null)) throw CliProblemException.Usage("--system goes with --kind onestop, and only with it.");
        var networks = (arguments.GetValue(_networks) ?? []).Select(ReadNetwork).ToList();
        await using var work = Open();
        if (system is not null && (await work.LoadCatalogueAsync(cancellationToken)).Systems.Find(system) is null)
        {
            throw CliProblemException.NotFound($"There is no one-stop system {system}.");
        }

        var given = arguments.GetValue(_stdin);
        var secret = given ? await ReadSecretAsync(cancellationToken) : Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        // A password travels in the body of a login (1.2), where failures are counted; a token in every call, so it must be one that a generator
        // made: what somebody chose as a password is none.
        var isPassword = kind == AccountKind.OneStop;
        var account = new Account(
            name, kind, system, isPassword ? PasswordHash.Of(secret) : null, isPassword && given ? null : AccountStore.HashOf(secret), networks,
            IsDevelopment: false);
        await new AccountStore(work.Source).SaveAsync([account], Environment.Operator, cancellationToken);
        return new Answer(
            new { name, kind, system, secret = given ? null : secret },
            console => console.Line(given ? $"Đã lưu tài khoản {name}." : $"Đã lưu tài khoản {name}. Mật khẩu hoặc mã truy cập (chỉ hiện một lần): {secret}"));
    }

    private async Task<string> ReadSecretAsync(CancellationToken cancellationToken)
    {
        var secret = (await Environment.Input.ReadLineAsync(cancellationToken))?.Trim() ?? "";
        return secret.Length >= ShortestPassword
            ? secret
            : throw CliProblemException.Usage($"The secret on standard input must have at least {ShortestPassword} characters.");
    }

    private static IPNetwork ReadNetwork(string text) =>
        IPNetwork.TryParse(text, out var network) ? network : throw CliProblemException.Usage($"--network '{text}' is not a network such as 10.1.2.0/24.");
}
