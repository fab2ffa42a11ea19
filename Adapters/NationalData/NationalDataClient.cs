using System.Globalization;
using System.Net.Http.Headers;
using System.Xml.Linq;
using DichVuCong.Adapters.NationalData.Configuration;
using DichVuCong.Adapters.NationalData.Http;
using DichVuCong.Adapters.NationalData.Wire;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Identity;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.NationalData;

/// <summary>
/// The national databases behind the platform. A question only asks, so it is asked a second time with a new token when the platform says that the token's
/// time is over; what comes back is believed only where it is of the number that was asked for.
/// </summary>
public sealed class NationalDataClient : INationalData, IDisposable
{
    /// <summary>The population database.</summary>
    public const string Population = "population";

    /// <summary>The register of enterprises.</summary>
    public const string Enterprises = "enterprises";

    // Of a name or an address; a whole document is no field.
    private const int LongestValue = 1000;

    private readonly NationalDataSettings _settings;
    private readonly NationalCall _call;
    private readonly TokenSource _tokens;

    /// <summary>Makes it.</summary>
    /// <param name="settings">The settings, valid.</param>
    /// <param name="http">A client of <see cref="NationalHttp"/>.</param>
    /// <param name="time">The clock.</param>
    public NationalDataClient(NationalDataSettings settings, HttpClient http, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings;
        _call = new NationalCall(http, time, settings.Timeout);
        _tokens = new TokenSource(settings, _call, time);
    }

    /// <inheritdoc/>
    public Task<IdentityAnswer<NationalRecord>> CitizenAsync(CitizenQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var body = JsonConvert.SerializeObject(new
        {
            HoVaTen = PlainName.Of(question.FullName.Reveal()),
            SoDinhDanh = question.PersonalId.Reveal(),
            Nam = question.BirthDate.Year.ToString(CultureInfo.InvariantCulture),
            MaTichHop = _settings.IntegrationCode,
            MaDVC = _settings.ServiceCode,
            MaCanBo = _settings.OfficerCode,
            MaYeuCau = question.RequestId.ToString("N"),
        });
        return AskAsync(_settings.PopulationUrl!, body, envelope => Read(envelope, Population, "CongDan", FieldTables.Citizen, question.PersonalId), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IdentityAnswer<NationalRecord>> EnterpriseAsync(EnterpriseQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var body = JsonConvert.SerializeObject(new { MaSoDoanhNghiep = question.TaxCode.Reveal(), MaYeuCau = question.RequestId.ToString("N") });
        return AskAsync(_settings.EnterpriseUrl!, body, envelope => Read(envelope, Enterprises, "DoanhNghiep", FieldTables.Enterprise, question.TaxCode), cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _tokens.Dispose();

    private async Task<IdentityAnswer<NationalRecord>> AskAsync(
        Uri address, string body, Func<NationalEnvelope, IdentityAnswer<NationalRecord>?> read, CancellationToken cancellationToken)
    {
        TokenSource.Token? refused = null;
        for (var attempt = 1; ; attempt++)
        {
            var token = await _tokens.GetAsync(refused, cancellationToken);
            if (token is not IdentityAnswer<TokenSource.Token>.Given { Value: { } given })
            {
                // At the token's own address a 401 is about our account.
                return token is IdentityAnswer<TokenSource.Token>.Refused { Kind: IdentityRefusal.Expired } no
                    ? new IdentityAnswer<NationalRecord>.Refused(IdentityRefusal.Configuration, no.Code, "our account or secret is not known")
                    : token.EndAs<NationalRecord>()!;
            }

            using var content = new StringContent(body, System.Text.Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
            var answer = NationalAnswers.Of(await _call.PostAsync(address, content, new AuthenticationHeaderValue("Bearer", given.Text), cancellationToken), read);
            if (attempt > 1 || answer is not IdentityAnswer<NationalRecord>.Refused { Kind: IdentityRefusal.Expired }) return answer;
            refused = given;
        }
    }

    private static IdentityAnswer<NationalRecord>? Read(
        NationalEnvelope envelope, string source, string element, IReadOnlyList<(string Name, string[] Paths)> table, PersonalId number)
    {
        if (envelope.ErrorCode is not { } code) return null;
        if (code != 0) return Refusals.Of(code);
        if (envelope.Text("message") is not { } document || NationalXml.All(document, element) is not { } found) return NationalAnswers.Broken<NationalRecord>("a document that cannot be read");
        if (found.Count == 0) return new IdentityAnswer<NationalRecord>.Refused(IdentityRefusal.NotFound, "empty", "the database has nobody and nothing of that number");
        if (found.Count > 1) return NationalAnswers.Broken<NationalRecord>("more than one answer to one question");
        var fields = FieldsOf(found[0], table);
        return PersonalId.TryParse(fields.FirstOrDefault(field => field.Name is "personalId" or "taxCode")?.Value, out var said) && said == number
            ? new IdentityAnswer<NationalRecord>.Given(new NationalRecord(source, fields))
            : NationalAnswers.Broken<NationalRecord>("an answer about another number");
    }

    private static List<NationalField> FieldsOf(XElement element, IReadOnlyList<(string Name, string[] Paths)> table) =>
    [
        .. table.Select(row => (row.Name, Value: row.Paths.Select(path => NationalXml.Text(element, path)).FirstOrDefault(text => text is not null)))
            .Where(field => field.Value is { Length: <= LongestValue })
            .Select(field => new NationalField(field.Name, field.Value!)),
    ];

    /// <summary>The platform's codes (1.3): 1 nothing found, -1 a general no; what else there is is not known.</summary>
    private static class Refusals
    {
        public static IdentityAnswer<NationalRecord> Of(int code) => code switch
        {
            1 => new IdentityAnswer<NationalRecord>.Refused(IdentityRefusal.NotFound, "1", "the database has nobody and nothing of that number"),
            -1 => new IdentityAnswer<NationalRecord>.Refused(IdentityRefusal.Configuration, "-1", "the platform does not take the question"),
            _ => new IdentityAnswer<NationalRecord>.Refused(
                IdentityRefusal.Broken, code.ToString(CultureInfo.InvariantCulture), "a code of which nothing is known"),
        };
    }
}
