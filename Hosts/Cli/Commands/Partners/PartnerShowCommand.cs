using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Operations.Partners;
using Spectre.Console;

namespace DichVuCong.Cli.Commands.Partners;

/// <summary><c>dvc partners show</c>: everything about one partner; contacts masked unless <c>--reveal</c>.</summary>
internal sealed class PartnerShowCommand : DvcCommand
{
    private readonly Argument<string> _partner = new("partner") { Description = "The partner, such as onestop:H29, or an agency, such as agency:H29.101." };
    private readonly Option<bool> _reveal = new("--reveal") { Description = "Show the contacts in clear; needs --reason, and is recorded." };
    private readonly Option<string?> _reason = Parameters.Reason("Why the contacts are looked at.");

    public PartnerShowCommand(CliEnvironment environment)
        : base(environment, "show", "Show one partner: outcomes, queue, maintenance, contacts.")
    {
        Arguments.Add(_partner);
        Options.Add(_reveal);
        Options.Add(_reason);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        await work.LoadCalendarsAsync(cancellationToken);
        var (who, partner) = (Environment.Person, arguments.GetValue(_partner)!);
        if (ContactDesk.AgencyOf(partner) is not null)
        {
            var people = await ContactsAsync(work.Desk<ContactDesk>());
            return new Answer(new { partner, contacts = people }, console => Show(console, people));
        }

        var detail = await work.Desk<PartnerBoard>().FindAsync(who, partner, cancellationToken) ?? throw CliProblemException.NotFound($"Không có đối tác '{partner}'.");
        var windows = await work.Desk<MaintenanceDesk>().ListAsync(who, partner, cancellationToken);
        var contacts = await ContactsAsync(work.Desk<ContactDesk>());
        return new Answer(new { partner = detail, windows, contacts }, console =>
        {
            console.Line($"{partner} {detail.View.Name}: {PartnerTexts.Of(detail.View.Side)}, cầu dao {detail.View.Circuit}");
            if (detail.Pause is { } pause) console.Line($"{pause.By} tạm dừng lúc {Tables.Time(pause.Since)}: {pause.Reason}");
            var outcomes = Tables.Of("Kết quả", "Lúc", "Lỗi phía", "ms", "Lý do");
            foreach (var one in detail.Outcomes) outcomes.Row(one.Kind, Tables.Time(one.At), one.Side, Tables.Number(one.Milliseconds), one.Reason);
            console.Write(outcomes);
            foreach (var window in windows) console.Line($"Bảo trì {Tables.Time(window.From)} – {Tables.Time(window.To)}: {window.Announcement} ({PartnerTexts.Notice(window)})");
            Show(console, contacts);
        });

        Task<IReadOnlyList<ContactView>> ContactsAsync(ContactDesk desk) => arguments.GetValue(_reveal)
            ? desk.RevealAsync(who, partner, arguments.GetValue(_reason), cancellationToken)
            : desk.ListAsync(who, partner, cancellationToken);
    }

    private static void Show(IAnsiConsole console, IReadOnlyList<ContactView> contacts)
    {
        foreach (var contact in contacts) console.Line($"Đầu mối {contact.Kind}: {contact.Name} {contact.Phone} {contact.Email}");
    }
}
