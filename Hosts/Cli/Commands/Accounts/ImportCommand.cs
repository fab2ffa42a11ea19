using System.CommandLine;
using System.Globalization;
using System.Text;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts;
using DichVuCong.Registries.Accounts.Desk;
using DichVuCong.Registries.Accounts.Import;
using DichVuCong.Saga.Routing;

namespace DichVuCong.Cli.Commands.Accounts;

/// <summary><c>dvc accounts import</c>: a list of officers. All bad rows are reported by line, field and rule; the good ones are taken.</summary>
internal sealed class ImportCommand : DvcCommand
{
    private readonly Argument<FileInfo> _file = new("file") { Description = $"A CSV file in UTF-8 with the columns {string.Join(", ", OfficerFile.Columns)}; groups after semicolons." };
    private readonly DocumentOptions _document = new(required: false);

    private readonly Option<string[]> _domains = new("--domain")
    {
        Description = "A domain of official e-mail; may be repeated. Default gov.vn.",
        HelpName = "DOMAIN",
    };

    public ImportCommand(CliEnvironment environment)
        : base(environment, "import", "Make the accounts of a list of officers; with --document they are handed over and committed by it. Repeating it changes nothing.")
    {
        Arguments.Add(_file);
        Options.Add(_domains);
        _document.AddTo(this);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var file = arguments.GetValue(_file)!;
        if (!file.Exists) throw CliProblemException.NotFound($"There is no file {file}.");
        var today = VietnamTime.DayOf(Environment.Time.GetUtcNow());
        var document = _document.Read(arguments, today);
        await using var work = Open();
        var units = await UnitsAsync(work, today, cancellationToken);
        var reading = Read(file, units, arguments.GetValue(_domains) is { Length: > 0 } named ? named : ["gov.vn"]);
        await using var door = await AccountDoor.OpenAsync(work, cancellationToken);
        var result = await new OfficerImport(work.Source, work.Sealer, door.AcceptAsync, Environment.Time).RunAsync(reading, AccountDoor.By(work), document, cancellationToken);
        return new Answer(
            result,
            console =>
            {
                if (result.Faults.Count > 0)
                {
                    var table = Tables.Of("Dòng", "Cột", "Mã", "Lỗi");
                    foreach (var fault in result.Faults) table.Row(fault.Line.ToString(CultureInfo.InvariantCulture), fault.Field, fault.Code, fault.Rule);
                    console.Write(table);
                }

                var refused = result.Faults.Select(fault => fault.Line).Distinct().Count();
                console.Line($"Đã tạo {Tables.Number(result.Made)} tài khoản, đã có {Tables.Number(result.Same)}, từ chối {Tables.Number(refused)} dòng.");
            },
            result.Faults.Count == 0 ? ExitCodes.Ok : ExitCodes.Problems);
    }

    private static OfficerReading Read(FileInfo file, Func<AgencyCode, AccountUnit?> units, IReadOnlyList<string> domains)
    {
        try
        {
            // Bytes that are no UTF-8 are an error, not a question mark in a person's name.
            using var text = new StreamReader(file.FullName, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
            return OfficerFile.Read(text, units, domains);
        }
        catch (DecoderFallbackException)
        {
            throw CliProblemException.Refused($"{file.Name}: tệp không phải UTF-8.");
        }
    }

    /// <summary>Looks up each unit once: a list of 50,000 has some hundred.</summary>
    private static async Task<Func<AgencyCode, AccountUnit?>> UnitsAsync(Workplace work, DateOnly today, CancellationToken cancellationToken)
    {
        var catalogue = await work.LoadCatalogueAsync(cancellationToken);
        var limits = await new AccountUnits(work.Source).LimitsAsync(cancellationToken);
        var known = new Dictionary<AgencyCode, AccountUnit?>();
        return code => known.TryGetValue(code, out var unit) ? unit : known[code] = Find(catalogue, limits, code, today);
    }

    private static AccountUnit? Find(CatalogueIndex catalogue, IReadOnlyDictionary<AgencyCode, Contracts.Accounts.GroupSet> limits, AgencyCode code, DateOnly today) =>
        catalogue.Agencies.Find(code, today) is { } agency && !agency.Validity.IsOver(today)
            ? new AccountUnit(agency.Code, limits.TryGetValue(agency.Code, out var most) ? most : Contracts.Accounts.GroupSet.All, AccountUnits.SystemsOf(catalogue, agency.Code, today))
            : null;
}
