using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Access;

namespace DichVuCong.Cli.Commands.Access;

/// <summary><c>dvc account disable</c>: its sessions end within seconds.</summary>
internal sealed class AccountDisableCommand : DvcCommand
{
    private readonly Argument<string> _name = new("name") { Description = "The account's name." };

    public AccountDisableCommand(CliEnvironment environment)
        : base(environment, "disable", "Disable an account; its sessions end within seconds.") => Arguments.Add(_name);

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var name = arguments.GetRequiredValue(_name);
        await using var work = Open();
        if (!await new AccountStore(work.Source).DisableAsync(name, cancellationToken))
        {
            throw CliProblemException.NotFound($"There is no account {name} that is in use.");
        }

        return new Answer(new { name, enabled = false }, console => console.Line($"Đã khóa tài khoản {name}."));
    }
}
