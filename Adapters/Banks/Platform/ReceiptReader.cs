using DichVuCong.Adapters.Banks.Wire;
using DichVuCong.Contracts.Payments;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace DichVuCong.Adapters.Banks.Platform;

/// <summary>Reads and writes the receipt's information.</summary>
internal static class ReceiptReader
{
    private const string Path = PlatformNames.ThongTinBienLai + ".";
    private static readonly JsonSerializer Serializer = JsonSerializer.Create(new() { NullValueHandling = NullValueHandling.Ignore });

    /// <summary>Reads the receipt of an INIT, or says what is wrong with it.</summary>
    public static (ThongTinBienLai? Receipt, PartnerFault? Fault) Read(PartnerObject init)
    {
        if (init.Object(PlatformNames.ThongTinBienLai) is not { } json) return (null, Missing(PlatformNames.ThongTinBienLai));
        if (FieldsFault(json) is { } fault) return (null, fault);
        var (fees, feesFault) = Lines(json, nameof(ThongTinBienLai.PhiLePhi), ReceiptRules.Fee, (line, amount) => new PhiLePhi
        {
            LoaiPhiLePhi = line.Text("LoaiPhiLePhi"),
            MaPhiLePhi = line.Text("MaPhiLePhi"),
            TenPhiLePhi = line.Text("TenPhiLePhi"),
            SoTien = amount,
        });
        var (items, itemsFault) = Lines(
            json, nameof(ThongTinBienLai.DSKhoanNop), ReceiptRules.Item, (line, amount) => new KhoanNop { NoiDung = line.Text("NoiDung"), SoTien = amount });
        return feesFault is null && itemsFault is null ? (WithFields(json, fees, items), null) : (null, feesFault ?? itemsFault);
    }

    /// <summary>Writes a receipt.</summary>
    public static void Write(JsonTextWriter writer, ThongTinBienLai receipt) => Serializer.Serialize(writer, receipt);

    private static ThongTinBienLai WithFields(PartnerObject json, IReadOnlyList<PhiLePhi> fees, IReadOnlyList<KhoanNop> items)
    {
        var texts = new JObject();
        foreach (var (rule, _) in ReceiptRules.Fields) texts[rule.Name] = json.Text(rule.Name);
        return texts.ToObject<ThongTinBienLai>()! with { PhiLePhi = fees, DSKhoanNop = items };
    }

    private static PartnerFault? FieldsFault(PartnerObject json)
    {
        var kind = json.Text("MaDichVu");
        var rules = ReceiptRules.Fields.Select(field =>
            field.Rule with { Required = field.Rule.Required || (field.RequiredFor is not null && field.RequiredFor == kind) });
        return FieldRule.FirstFault(rules, "INIT", json, Path);
    }

    private static (IReadOnlyList<T> Lines, PartnerFault? Fault) Lines<T>(
        PartnerObject json, string name, IReadOnlyList<FieldRule> rules, Func<PartnerObject, Vnd, T> make)
    {
        if (json.List(name) is not { } rows) return ([], Malformed(name, "phải là danh sách đối tượng"));
        var lines = new List<T>(rows.Count);
        foreach (var row in rows)
        {
            var path = $"{Path}{name}[{lines.Count}].";
            if (FieldRule.FirstFault(rules, "INIT", row, path) is { } fault) return ([], fault);
            if (!Vnd.TryParseWire(row.Text(PlatformNames.SoTien), out var amount)) return ([], NoAmount(path));
            lines.Add(make(row, amount));
        }

        return (lines, null);
    }

    private static PartnerFault NoAmount(string path) =>
        new("INIT.SoTien.malformed", path + PlatformNames.SoTien, $"Trường {path}SoTien phải là số tiền nguyên, đơn vị đồng.");

    private static PartnerFault Missing(string name) => new($"INIT.{name}.missing", name, $"Đối tượng {name} là bắt buộc.");

    private static PartnerFault Malformed(string name, string rule) => new($"INIT.{name}.malformed", Path + name, $"Trường {Path}{name} {rule}.");
}
