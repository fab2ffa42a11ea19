using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Registries.Operations.Deadlines;

namespace DichVuCong.Cli.Commands.Deadlines;

/// <summary><c>dvc calendar preview|set</c>: what a change of a day would move; proposes it, and a second person approves.</summary>
internal sealed class CalendarDayCommand : DvcCommand
{
    private readonly Option<string> _calendar = CalendarOption();
    private readonly Option<DateOnly?> _date = Parameters.Day("--date", "The day.");
    private readonly Option<DayKind> _kind = new("--kind") { Description = "Holiday, CompensatoryDayOff or WorkingDay.", HelpName = "KIND", Required = true };
    private readonly Option<string> _name = new("--name") { Description = "Its name in Vietnamese.", HelpName = "TEXT", Required = true };
    private readonly Option<string> _document = new("--document") { Description = "The document that sets it.", HelpName = "TEXT", Required = true };
    private readonly Option<bool> _off = new("--off") { Description = "The day does not count (any more)." };
    private readonly Option<string?> _reason = Parameters.Reason("Why. Recorded with who ordered it.");
    private readonly bool _proposes;

    public CalendarDayCommand(CliEnvironment environment, bool proposes)
        : base(
            environment, proposes ? "set" : "preview",
            proposes ? "Propose to set a special day; running clocks are counted again once it is approved." : "Tell how many deadlines a special day would move.")
    {
        _proposes = proposes;
        _date.Required = true;
        foreach (var option in new Option[] { _calendar, _date, _kind, _name, _document, _off }) Options.Add(option);
        if (proposes) Options.Add(_reason);
    }

    public static Option<string> CalendarOption() =>
        new("--calendar") { Description = "vn, or the code of an agency.", HelpName = "CODE", DefaultValueFactory = _ => CalendarDesk.National };

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var desk = work.Desk<CalendarDesk>();
        var day = new CalendarDay(
            arguments.GetValue(_calendar)!, arguments.GetValue(_date)!.Value, arguments.GetValue(_kind), arguments.GetValue(_name)!, arguments.GetValue(_document)!,
            Active: !arguments.GetValue(_off));
        var preview = await desk.PreviewAsync(Environment.Person, day, cancellationToken);
        Guid? approval = _proposes ? await desk.ProposeAsync(Environment.Person, day, arguments.GetValue(_reason), cancellationToken) : null;
        return new Answer(new { preview, approval }, console =>
        {
            console.Line($"{Tables.Number(preview.Moved)} thời hạn sẽ dời, {Tables.Number(preview.FiresAtOnce)} đến hạn ngay.");
            foreach (var rule in preview.Rules) console.Line($"  {rule.Name}: {Tables.Number(rule.Earlier)} sớm hơn, {Tables.Number(rule.Later)} muộn hơn");
            if (approval is not null) console.Line($"Đã đề nghị {approval}; người thứ hai: dvc approvals approve {approval} --reason …");
        });
    }
}
