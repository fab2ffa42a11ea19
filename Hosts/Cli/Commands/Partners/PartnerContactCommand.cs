using System.CommandLine;
using System.Text.Json;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Operations.Partners;

namespace DichVuCong.Cli.Commands.Partners;

/// <summary><c>dvc partners contact</c>: names a contact; the person is read from standard input, never from the command line.</summary>
internal sealed class PartnerContactCommand : DvcCommand
{
    private readonly Argument<string> _partner = new("partner") { Description = "The partner, such as onestop:H29, or an agency, such as agency:H29.101." };
    private readonly Option<string> _kind = new("--kind") { Description = "technical or business.", HelpName = "KIND", Required = true };
    private readonly Option<string?> _reason = Parameters.Reason("Why. Recorded with who ordered it.", required: true);

    public PartnerContactCommand(CliEnvironment environment)
        : base(environment, "contact", "Name a contact; {\"name\":…,\"phone\":…,\"email\":…} is read from standard input.")
    {
        Arguments.Add(_partner);
        Options.Add(_kind);
        Options.Add(_reason);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var (partner, kind) = (arguments.GetValue(_partner)!, arguments.GetValue(_kind)!);
        var person = Read(await Environment.Input.ReadToEndAsync(cancellationToken));
        await work.Desk<ContactDesk>().NameAsync(
            Environment.Person, partner, kind, person.GetValueOrDefault("name"), person.GetValueOrDefault("phone"), person.GetValueOrDefault("email"),
            arguments.GetValue(_reason), cancellationToken);
        return new Answer(new { partner, kind }, console => console.Line($"{partner}: đã đặt đầu mối {kind}."));
    }

    private static Dictionary<string, string?> Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string?>>(text) ?? [];
        }
        catch (JsonException)
        {
            throw CliProblemException.Usage("Standard input must hold {\"name\":…,\"phone\":…,\"email\":…}.");
        }
    }
}
