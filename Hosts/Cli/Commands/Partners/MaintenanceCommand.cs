using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Operations.Partners;

namespace DichVuCong.Cli.Commands.Partners;

/// <summary>What is done about a maintenance window.</summary>
internal enum MaintenanceVerb
{
    /// <summary>It is made, or changed.</summary>
    Save,

    /// <summary>It is taken back.</summary>
    Cancel,

    /// <summary>It is on record that the agencies were told.</summary>
    Announce,
}

/// <summary><c>dvc partners maintain|unmaintain|announce</c>.</summary>
internal sealed class MaintenanceCommand : DvcCommand
{
    private static readonly Dictionary<MaintenanceVerb, (string Name, string Description)> Words = new()
    {
        [MaintenanceVerb.Save] = ("maintain", "Create a maintenance window, or change the one that begins at --replaces."),
        [MaintenanceVerb.Cancel] = ("unmaintain", "Cancel a maintenance window."),
        [MaintenanceVerb.Announce] = ("announce", "Record that the agencies were told of a window (A32.3: 5 working days ahead)."),
    };

    private readonly Argument<string> _partner = new("partner") { Description = "The partner, such as onestop:H29." };
    private readonly Option<DateTimeOffset> _from = new("--from") { Description = "Beginning, such as 2026-12-05T22:00+07:00.", HelpName = "TIME", Required = true };
    private readonly Option<DateTimeOffset> _to = new("--to") { Description = "End.", HelpName = "TIME" };
    private readonly Option<DateTimeOffset?> _replaces = new("--replaces") { Description = "The beginning of the window that it takes the place of.", HelpName = "TIME" };
    private readonly Option<string?> _text = new("--announcement") { Description = "What is announced.", HelpName = "TEXT" };
    private readonly Option<string?> _channel = new("--channel") { Description = "How the agencies were told: letter, mail, phone.", HelpName = "TEXT" };
    private readonly Option<string?> _reason = Parameters.Reason("Why. Recorded with who ordered it.", required: true);
    private readonly MaintenanceVerb _verb;

    public MaintenanceCommand(CliEnvironment environment, MaintenanceVerb verb)
        : base(environment, Words[verb].Name, Words[verb].Description)
    {
        _verb = verb;
        Arguments.Add(_partner);
        Options.Add(_from);
        Options.Add(_reason);
        if (verb == MaintenanceVerb.Announce) Options.Add(_channel);
        if (verb != MaintenanceVerb.Save) return;
        _to.Required = true;
        foreach (var option in new Option[] { _to, _replaces, _text }) Options.Add(option);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        await work.LoadCalendarsAsync(cancellationToken);
        var (who, desk, partner) = (Environment.Person, work.Desk<MaintenanceDesk>(), arguments.GetValue(_partner)!);
        var (from, reason) = (arguments.GetValue(_from), arguments.GetValue(_reason));
        var days = 0;
        switch (_verb)
        {
            case MaintenanceVerb.Save:
                var order = new MaintenanceOrder(partner, from, arguments.GetValue(_to), arguments.GetValue(_text) ?? "");
                days = await desk.SaveAsync(who, order, arguments.GetValue(_replaces), reason, cancellationToken);
                break;
            case MaintenanceVerb.Announce:
                days = await desk.AnnounceAsync(who, partner, from, arguments.GetValue(_channel), reason, cancellationToken);
                break;
            default:
                await desk.RemoveAsync(who, partner, from, reason, cancellationToken);
                break;
        }

        var isLate = _verb != MaintenanceVerb.Cancel && days < MaintenanceView.NoticeDays;
        return new Answer(new { partner, from, workingDays = days, isLate }, console =>
        {
            console.Line($"{partner}: đã ghi.");
            if (isLate) console.Line($"Chỉ còn {days} ngày làm việc: phải báo trước ít nhất 5 ngày làm việc (A32.3).");
        });
    }
}
