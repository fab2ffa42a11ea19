using System.Buffers;
using System.Globalization;
using System.Text.Json;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Sandbox.Files;

namespace DichVuCong.Cli.Load.Drawing;

/// <summary>
/// Makes filings one after the other: the same seed makes the same ones, but for their submission ids, which carry the run's name so that two
/// runs do not meet.
/// </summary>
internal sealed class FilingSource(DrawnProcedures procedures, FilingShares shares, int seed, string run, DateOnly date, Uri sandbox)
{
    private const int Files = 64;
    private static readonly Flaw[] Flaws = [Flaw.NoName, Flaw.WrongFormat, Flaw.WrongHash, Flaw.NoSuchProcedure];
    private readonly Random _random = new(seed);
    private readonly (PortalFile File, string Sha256)?[] _files = new (PortalFile, string)?[Files];
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private int _number;

    /// <summary>The next filing. Not for several threads at once.</summary>
    public Filing Next()
    {
        var number = ++_number;
        var flaw = _random.NextDouble() < shares.Bad ? Flaws[_random.Next(Flaws.Length)] : Flaw.None;
        var atCounter = _random.NextDouble() < shares.Counter;
        var draw = procedures.Next(_random, date, _random.NextDouble() < shares.Central, atCounter);
        var isEnterprise = !draw.Procedure.Subjects.Any(subject => subject.Contains("Công dân", StringComparison.OrdinalIgnoreCase)) && draw.Procedure.Subjects.Count > 0;
        var applicant = Applicants.Of(number, isEnterprise, _random);
        string[] channels = _random.Next(4) switch { 0 => ["sms"], 1 => ["email"], 2 => [], _ => ["sms", "email"] };
        if (applicant.PersonalId.Length == 12 && number % 4 == 0) channels = [.. channels, "app"];
        // Every seventh of those that we order the post for (A33.3-4): drawn by no dice, so that a seed draws what it always drew.
        var byPost = draw.Central && number % 7 == 0;
        var submission = string.Create(CultureInfo.InvariantCulture, $"{run}-{number:D7}");

        _buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_buffer))
        {
            json.WriteStartObject();
            json.WriteString("submissionId", submission);
            WriteRoute(json, draw, flaw);
            if (atCounter) json.WriteString("receivedBy", "Cán bộ thử nghiệm");
            WriteApplicant(json, applicant, flaw);
            WriteFiles(json, flaw);
            json.WriteStartArray("notify");
            foreach (var channel in channels) json.WriteStringValue(channel);
            // The inbox is the events themselves: no provider counts it.
            if (number % 5 == 0) json.WriteStringValue("portal");
            json.WriteEndArray();
            json.WriteString("returnBy", byPost ? "post" : "online");
            if (byPost) WritePost(json, draw);
            json.WriteString("subject", "Hồ sơ thử nghiệm");
            json.WriteEndObject();
        }

        return new Filing(
            submission, _buffer.WrittenSpan.ToArray(), flaw, atCounter, draw.Central ? channels.Length : 0, draw.Procedure.Name, draw.Agency.Value, draw.System,
            byPost);
    }

    private static void WriteRoute(Utf8JsonWriter json, Draw draw, Flaw flaw)
    {
        json.WriteString("procedureCode", flaw == Flaw.NoSuchProcedure ? "9.999999" : draw.Procedure.Code.Value);
        if (draw.Case is { } number) json.WriteNumber("procedureCase", number);
        json.WriteString("level", EnumWord<AdministrativeLevel>.Of(draw.Level));
        json.WriteString("channel", EnumWord<FilingChannel>.Of(draw.Channel));
        json.WriteStartObject("place");
        json.WriteString("province", draw.Place.Province);
        json.WriteString("commune", draw.Place.Commune);
        json.WriteEndObject();
    }

    private static void WriteApplicant(Utf8JsonWriter json, SyntheticApplicant applicant, Flaw flaw)
    {
        json.WriteStartObject("applicant");
        json.WriteString("kind", applicant.Kind);
        json.WriteString("personalId", applicant.PersonalId);
        if (flaw != Flaw.NoName) json.WriteString("fullName", applicant.FullName);
        json.WriteString("phone", applicant.Phone);
        json.WriteString("email", applicant.Email);
        json.WriteString("portalAccountId", applicant.PortalAccountId);
        json.WriteEndObject();
        json.WriteStartObject("form");
        json.WriteString("noiDung", "Dữ liệu thử nghiệm, không phải hồ sơ thật");
        json.WriteEndObject();
    }

    private static void WritePost(Utf8JsonWriter json, Draw draw)
    {
        json.WriteStartObject("post");
        json.WriteStartObject("place");
        json.WriteString("province", draw.Place.Province);
        json.WriteString("commune", draw.Place.Commune);
        json.WriteEndObject();
        json.WriteString("address", "Số 1 Đường Mẫu");
        json.WriteString("name", "Người nhận mẫu");
        json.WriteEndObject();
    }

    private void WriteFiles(Utf8JsonWriter json, Flaw flaw)
    {
        json.WriteStartArray("files");
        var (first, count) = (_random.Next(Files), 1 + _random.Next(3));
        for (var index = 0; index < count; index++)
        {
            var (file, sha256) = FileAt((first + index) % Files);
            var name = flaw == Flaw.WrongFormat && index == 0 ? "chuong-trinh.exe" : string.Create(CultureInfo.InvariantCulture, $"giay-to-{index + 1}.pdf");
            json.WriteStartObject();
            json.WriteString("componentCode", string.Create(CultureInfo.InvariantCulture, $"TP{index + 1:D2}"));
            json.WriteString("name", name);
            json.WriteString("mediaType", flaw == Flaw.WrongFormat && index == 0 ? "application/x-msdownload" : "application/pdf");
            json.WriteNumber("size", file.Size);
            json.WriteString("sha256", flaw == Flaw.WrongHash && index == 0 ? "0123" : sha256);
            json.WriteString("url", file.UrlAt(sandbox, name).AbsoluteUri);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A few files are used over and over: hashing new ones would measure SHA-256.</summary>
    private (PortalFile File, string Sha256) FileAt(int number)
    {
        if (_files[number] is { } known) return known;
        var file = new PortalFile((uint)(1000 + number), 2048 + (number * 613));
        var made = (file, file.Sha256());
        _files[number] = made;
        return made;
    }
}
