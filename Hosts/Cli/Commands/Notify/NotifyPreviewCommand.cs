using System.CommandLine;
using DichVuCong.Adapters.SmsBrandname;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Saga.Notifications;

namespace DichVuCong.Cli.Commands.Notify;

/// <summary><c>dvc notify preview</c>: what a notice says on each channel, by any version of its words, and what an SMS of it would cost. It sends nothing.</summary>
internal sealed class NotifyPreviewCommand : DvcCommand
{
    private static readonly DossierCode Sample = DossierCode.Parse("H29.101-260302-5000001");
    private static readonly DateTimeOffset At = VietnamTime.At(new DateOnly(2026, 3, 2), new TimeOnly(9, 0));

    private readonly Argument<string?> _template = new("template")
    {
        Description = "The text: receipt, file, state-3, state-5 ...; state-9.v1 for a version of it. Without it all are listed.",
        HelpName = "TEMPLATE",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<int> _entry = new("--entry") { Description = "Which time it is told, where it may be told again.", HelpName = "N", DefaultValueFactory = _ => 1 };
    private readonly Option<bool> _unicode = new("--unicode") { Description = "The SMS keeps its diacritics." };
    private readonly Option<decimal> _price = new("--price") { Description = "What a segment of SMS costs, in dong.", HelpName = "VND" };

    public NotifyPreviewCommand(CliEnvironment environment)
        : base(environment, "preview", "Show what a notice says on each channel; sends nothing.")
    {
        Arguments.Add(_template);
        foreach (var option in new Option[] { _entry, _unicode, _price }) Options.Add(option);
    }

    protected override Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var problems = NoticeTemplates.Problems(NoticeTemplates.All).ToList();
        return Task.FromResult(arguments.GetValue(_template) is { } name ? Preview(Find(name), arguments, problems) : List(problems));
    }

    private static Answer List(List<string> problems) => new(
        new { templates = NoticeTemplates.All.Select(template => new { template.Name, template.Title, template.Sentence, urgency = NoticeTable.UrgencyOf(OccasionOf(template, 1)).ToString() }), problems },
        console =>
        {
            var table = Tables.Of("Mẫu", "Mức", "Nội dung");
            foreach (var template in NoticeTemplates.All) table.Row(template.Name, NoticeTable.UrgencyOf(OccasionOf(template, 1)).ToString(), template.Sentence);
            console.Write(table);
            foreach (var problem in problems) console.Line(problem);
        },
        problems.Count == 0 ? ExitCodes.Ok : ExitCodes.Problems);

    private Answer Preview(NoticeTemplate template, ParseResult arguments, List<string> problems)
    {
        var entry = arguments.GetValue(_entry);
        if (entry < 1) throw CliProblemException.Usage("--entry must be at least 1.");
        if (entry > 1 && !template.Repeats) throw CliProblemException.Usage($"--entry: {template.Name} is told once.");
        var notice = new NotifyApplicant(Sample, OccasionOf(template, entry), StateOf(template), At, At.AddDays(7), NoticeChannels.None);
        var unicode = arguments.GetValue(_unicode);
        var sms = NoticeTexts.Sms(notice, template).Replace(NoticePlaceholders.Agency, "UBND Phường Bến Nghé", StringComparison.Ordinal);
        var shown = unicode ? sms : SmsEstimate.Plain(sms);
        var estimate = SmsEstimate.Of(sms, unicode, arguments.GetValue(_price));
        var (subject, email, title) = (NoticeTexts.Subject(notice, template), NoticeTexts.Email(notice, template), NoticeTexts.Title(notice, template));
        return new Answer(
            new { template = template.Name, sms = new { text = shown, estimate.IsGsm7, estimate.Units, estimate.Segments, estimate.Price }, email = new { subject, text = email }, app = new { title }, portal = new { title, text = sms }, problems },
            console =>
            {
                console.Line($"{template.Name}: {Sample}");
                console.Line($"SMS ({estimate.Units} {(estimate.IsGsm7 ? "GSM-7" : "UCS-2")}, {estimate.Segments} tin{(estimate.Price > 0 ? $", {Tables.Number((long)estimate.Price)} đ" : "")}): {shown}");
                console.Line($"Thư: {subject}");
                console.Line(email);
                console.Line($"VNeID: {title}");
                console.Line($"Hộp thư trên Cổng: {title} – {sms}");
                foreach (var problem in problems) console.Line(problem);
            },
            problems.Count == 0 ? ExitCodes.Ok : ExitCodes.Problems);
    }

    private static NoticeTemplate Find(string name)
    {
        var mark = name.LastIndexOf(".v", StringComparison.Ordinal);
        var found = mark > 0 && int.TryParse(name[(mark + 2)..], out var version) ? NoticeTemplates.Find(name[..mark], version) : NoticeTemplates.Newest(name);
        return found ?? throw CliProblemException.NotFound($"There is no text '{name}'; there are: {string.Join(", ", NoticeTemplates.All.Select(template => template.Name))}.");
    }

    private static string OccasionOf(NoticeTemplate template, int entry) =>
        template.Code == NoticeTemplates.File ? $"{NoticeTemplates.File}-1-2" : entry > 1 ? $"{template.Code}#{entry}" : template.Code;

    private static DossierState StateOf(NoticeTemplate template) =>
        NoticeTable.States.Where(state => NoticeTable.CodeOf(state) == template.Code).DefaultIfEmpty(DossierState.Filed).First();
}
