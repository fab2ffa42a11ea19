using System.CommandLine;
using System.Globalization;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Registries.Accounts.Desk;
using DichVuCong.Registries.Accounts.Import;
using DichVuCong.Saga.Accounts;
using DichVuCong.Saga.Routing;

namespace DichVuCong.Cli.Commands.Accounts;

/// <summary><c>dvc accounts seed-development</c>: sample agencies with an administrator and officers, all made up.</summary>
internal sealed class SeedOfficersCommand(CliEnvironment environment)
    : DvcCommand(environment, "seed-development", "Make sample officers in some agencies. Refused outside Development; repeating it changes nothing.")
{
    private static readonly string[] Agencies = ["H26", "H29", "H17", "G01", "G12"];

    /// <summary>Of each agency: an administrator, and officers who share the other seven groups.</summary>
    private static readonly (AccountKind Kind, string Position, PermissionGroup[] Groups)[] Posts =
    [
        (AccountKind.AgencyAdministrator, "Quản trị đơn vị", [PermissionGroup.UnitAdministrator]),
        (AccountKind.Officer, "Chuyên viên tiếp nhận", [PermissionGroup.Receiving, PermissionGroup.ResultReturning]),
        (AccountKind.Officer, "Chuyên viên xử lý", [PermissionGroup.Processing]),
        (AccountKind.Officer, "Chuyên viên văn thư", [PermissionGroup.Clerical, PermissionGroup.FeeCollecting]),
        (AccountKind.Officer, "Trưởng phòng", [PermissionGroup.UnitLeader, PermissionGroup.Supervising]),
    ];

    private static readonly OfficialDocument Document = new("01/DS-MAU", new DateOnly(2026, 1, 5), "files/mau");

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        work.Settings.RequireDevelopment("dvc accounts seed-development");
        var catalogue = await work.LoadCatalogueAsync(cancellationToken);
        var today = VietnamTime.DayOf(Environment.Time.GetUtcNow());
        var lines = Agencies
            .Select(code => catalogue.Agencies.Find(AgencyCode.Parse(code), today)).OfType<Agency>().Where(agency => !agency.Validity.IsOver(today))
            .SelectMany((agency, place) => Posts.Select((post, number) => LineOf(catalogue, agency, post, (place * Posts.Length) + number, today))).ToList();
        await using var door = await AccountDoor.OpenAsync(work, cancellationToken);
        var result = await new OfficerImport(work.Source, work.Sealer, door.AcceptAsync, Environment.Time)
            .RunAsync(new OfficerReading(lines, []), AccountDoor.By(work), Document, cancellationToken);
        return new Answer(result, console => console.Line($"{result.Made} tài khoản cán bộ mẫu mới, đã có {lines.Count - result.Made}."));
    }

    private static OfficerLine LineOf(CatalogueIndex catalogue, Agency agency, (AccountKind Kind, string Position, PermissionGroup[] Groups) post, int number, DateOnly today)
    {
        var form = new NewAccountForm
        {
            Kind = post.Kind.ToString(),
            FullName = "Cán Bộ Mẫu",
            PersonalId = number.ToString("'001080'000000", CultureInfo.InvariantCulture),
            Unit = agency.Code.Value,
            Position = post.Position,
            Phone = number.ToString("'09120'00000", CultureInfo.InvariantCulture),
            Email = string.Create(CultureInfo.InvariantCulture, $"mau{number}@mau.gov.vn"),
            Groups = [.. post.Groups.Select(EnumWord<PermissionGroup>.Of)],
        };
        var account = NewAccountCheck.Check(form, ["gov.vn"], out var faults)
            ?? throw new InvalidOperationException($"A sample officer is no officer: {string.Join(", ", faults.Select(fault => fault.Code))}");
        return new OfficerLine(number + 1, account, new AccountUnit(agency.Code, GroupSet.All, AccountUnits.SystemsOf(catalogue, agency.Code, today)));
    }
}
