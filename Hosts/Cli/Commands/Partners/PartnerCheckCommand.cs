using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Identity.Checks;
using DichVuCong.Identity.Settings;
using DichVuCong.Messaging;
using DichVuCong.Notices;
using DichVuCong.Notices.Checking;
using DichVuCong.Registries.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace DichVuCong.Cli.Commands.Partners;

/// <summary>
/// <c>dvc partner check NAME</c>: runs the contract of a partner through its adapter, against the simulator or the system that the settings of the
/// Worker name, and reports. Another adapter joins with its suite in <see cref="SuitesOf"/>.
/// </summary>
internal sealed class PartnerCheckCommand : DvcCommand
{
    private readonly Argument<string> _name = new("name") { Description = "The partner: sms:viettel, sms:vnpt, sms:fpt, sms:esms, email, app, vneid, broker, national-data; or 'all'.", HelpName = "NAME" };

    public PartnerCheckCommand(CliEnvironment environment)
        : base(environment, "check", "Check whether a partner keeps its contract: real messages go to Check:Phone, Check:Email, Check:PersonalId.") => Arguments.Add(_name);

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var name = arguments.GetRequiredValue(_name);
        var known = SuitesOf(Environment).ToList();
        var suites = known.Where(suite => name == "all" || suite.Partner == name).ToList();
        if (suites.Count == 0)
        {
            throw CliProblemException.NotFound($"There is no configured partner '{name}' that can be checked; there are: {string.Join(", ", known.Select(suite => suite.Partner))}.");
        }

        var rows = new List<Row>();
        foreach (var suite in suites)
        {
            foreach (var check in suite.Checks) rows.Add(Row.Of(suite, check, await check.RunAsync(cancellationToken)));
        }

        var failed = rows.Count(row => row.Verdict == nameof(CheckVerdict.Failed));
        return new Answer(
            new { partners = suites.Select(suite => new { suite.Partner, suite.About }), checks = rows, passed = rows.Count(row => row.Verdict == nameof(CheckVerdict.Passed)), failed },
            console =>
            {
                foreach (var suite in suites) console.Line($"{suite.Partner}: {suite.About}");
                var table = Tables.Of("Đối tác", "Kiểm tra", "Cam kết", "Kết quả", "Ghi nhận");
                foreach (var row in rows) table.Row(row.Partner, row.Check, row.Promise, Words[row.Verdict], row.Found);
                console.Write(table);
                console.Line(failed == 0 ? "Đối tác thực hiện đúng cam kết." : $"{failed} cam kết không được thực hiện.");
            },
            failed == 0 ? ExitCodes.Ok : ExitCodes.Problems);
    }

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        [nameof(CheckVerdict.Passed)] = "đạt",
        [nameof(CheckVerdict.Failed)] = "KHÔNG ĐẠT",
        [nameof(CheckVerdict.Skipped)] = "bỏ qua",
    };

    /// <summary>The suites of all partners that are configured.</summary>
    private static IEnumerable<IPartnerSuite> SuitesOf(CliEnvironment environment)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var settings = new CliSettings(environment.Variable);
        var host = new HostSettings
        {
            Postgres = "",
            DataKeys = "",
            IsDevelopment = settings.IsDevelopment,
            PortBase = settings.PortBase,
            PublicUrl = settings.Gateway,
        };
        var target = CheckTarget.Read(configuration, settings.IsDevelopment, environment.Time);
        return NoticeSuites.Of(NoticePartners.Read(configuration, host), target, environment.Time, NullLoggerFactory.Instance)
            .Concat(IdentitySuites.Of(IdentitySettings.Read(configuration, host), environment.Time));
    }

    private sealed record Row(string Partner, string Check, string Promise, string Verdict, string Found)
    {
        public static Row Of(IPartnerSuite suite, PartnerCheck check, CheckFinding finding) =>
            new(suite.Partner, check.Name, check.Promise, finding.Verdict.ToString(), finding.Found);
    }
}
