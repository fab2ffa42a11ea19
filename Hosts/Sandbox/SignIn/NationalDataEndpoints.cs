using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Faults;

namespace DichVuCong.Sandbox.SignIn;

/// <summary>The national service platform, simulated (W 8, D4): tokens, the population database and the register of enterprises.</summary>
internal sealed class NationalDataEndpoints(FaultBook faults, Answering answering, TimeProvider time)
{
    private const string Secret = "sandbox-national-data";
    private const int TokenSeconds = 3600;

    private static readonly XNamespace Soap = "http://schemas.xmlsoap.org/soap/envelope/";

    private readonly ConcurrentDictionary<string, DateTimeOffset> _tokens = new(StringComparer.Ordinal);

    /// <summary>Adds it.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/national/token", TokenAsync);
        routes.MapPost("/national/population", (HttpContext context) => AnswerAsync(context, "SoDinhDanh", CitizenOf));
        routes.MapPost("/national/apiCSDLDKDN/1.0/chiTietDoanhNghiep", (HttpContext context) => AnswerAsync(context, "MaSoDoanhNghiep", EnterpriseOf));
    }

    private async Task TokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var fault = faults.Draw(Parties.NationalData, FaultCalls.Deed, "token");
        await answering.AnswerAsync(context, fault, new SignInVisit(kind =>
        {
            if (kind == FaultKind.Refuse || context.Request.Headers.Authorization != $"Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Secret}:{Secret}"))}")
            {
                return (StatusCodes.Status401Unauthorized, new { error = "invalid_client" });
            }

            if (form["grant_type"] != "client_credentials") return (StatusCodes.Status400BadRequest, new { error = "unsupported_grant_type" });
            var token = Guid.NewGuid().ToString("N");
            _tokens[token] = time.GetUtcNow().AddSeconds(TokenSeconds);
            return (StatusCodes.Status200OK, new { access_token = token, scope = "default", token_type = "Bearer", expires_in = TokenSeconds });
        }));
    }

    private async Task AnswerAsync(HttpContext context, string member, Func<JsonElement, XElement?> find)
    {
        using var question = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var key = question.RootElement.TryGetProperty(member, out var number) ? number.ToString() : "";
        var fault = faults.Draw(Parties.NationalData, FaultCalls.Question, key);
        var token = TokenForm.BearerOf(context.Request) ?? "";
        await answering.AnswerAsync(context, fault, new SignInVisit(kind =>
        {
            if (kind == FaultKind.TokenExpired) _tokens.TryRemove(token, out _);
            if (!_tokens.TryGetValue(token, out var until) || until <= time.GetUtcNow()) return (StatusCodes.Status401Unauthorized, new { error = "invalid_token" });
            if (find(question.RootElement) is not { } found) return (StatusCodes.Status200OK, new { error_code = "1", message = "Không tìm thấy thông tin" });
            var document = new XElement(Soap + "Envelope", new XElement(Soap + "Body", found)).ToString(SaveOptions.DisableFormatting);
            return (StatusCodes.Status200OK, new { error_code = "0", message = kind == FaultKind.MalformedXml ? document[..(document.Length / 2)] : document });
        }));
    }

    /// <summary>The database answers only where number, name and year of birth belong together.</summary>
    private static XElement? CitizenOf(JsonElement question)
    {
        var person = SimulatedCitizen.All.FirstOrDefault(person => person.PersonalId == TextOf(question, "SoDinhDanh"));
        if (person is null || TextOf(question, "Nam") != person.BirthDate[..4] || TextOf(question, "HoVaTen").Length == 0) return null;
        var date = person.BirthDate.Length == 8
            ? new XElement("NgayThangNam", DateOnly.ParseExact(person.BirthDate, "yyyyMMdd", CultureInfo.InvariantCulture).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture))
            : new XElement("Nam", person.BirthDate);
        return new XElement(
            "CongdanCollection",
            new XElement(
                "CongDan",
                new XElement("SoDinhDanh", person.PersonalId), new XElement("HoVaTen", new XElement("Ten", person.Name)), new XElement("GioiTinh", person.PersonalId[3] is '0' or '2' ? "1" : "2"),
                new XElement("DanToc", "01"), new XElement("NgayThangNamSinh", date),
                new XElement("ThuongTru", new XElement("MaTinhThanh", "79"), new XElement("MaPhuongXa", "26740"), new XElement("ChiTiet", "Số 1 phố Mẫu"))));
    }

    private static XElement? EnterpriseOf(JsonElement question)
    {
        var code = TextOf(question, "MaSoDoanhNghiep");
        return SimulatedCitizen.All.FirstOrDefault(person => person.TaxCode == code) is not { Company: { } name } owner ? null : new XElement(
            "DoanhNghiep",
            new XElement("MaSoDoanhNghiep", code), new XElement("TenDoanhNghiep", name), new XElement("TinhTrang", "Đang hoạt động"), new XElement("NgayCap", "2015-03-02"),
            new XElement("DiaChiTruSo", new XElement("MaTinhThanh", "01"), new XElement("ChiTiet", "Số 2 phố Mẫu")), new XElement("NguoiDaiDien", new XElement("HoVaTen", owner.Name)));
    }

    private static string TextOf(JsonElement question, string name) => question.TryGetProperty(name, out var value) ? value.ToString() : "";
}
