using System.Text.Json;
using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Platform;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Payments;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Gateway.Payments.Obligations;
using DichVuCong.Payments.Platform;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Payments;
using DichVuCong.Runtime.Doors;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Gateway.Payments.Platform;

/// <summary>
/// INIT (5.1): a ministry states an obligation. ThongTinBienLai is not covered by MaXacThuc, so its account counts only when the agency
/// registered it, and its lines only when they add up to SoTien.
/// </summary>
internal sealed class InitDesk(
    ObligationDoor door, DossierLookup dossiers, BeneficiaryRules beneficiaries, LiveCatalogue live, PayAddresses addresses, GatewayPaymentOptions options)
{
    private const string FeesOfDossiers = "2";

    public async Task<CallbackReply> AnswerAsync(
        PlatformServer platform, PlatformReading reading, PlatformRequest.Init init, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!ObligationId.TryParse($"{init.Header.MaDoiTac}/{init.Header.MaThamChieu}", out var id))
        {
            return platform.Replies.Refuse(reading, CallbackOutcome.Malformed, now, "Trường MaThamChieu quá dài hoặc có ký tự không dùng được.");
        }

        if (ObligationDoor.TryIdentify(id, writer => InitContent.Write(writer, init)) is not { } identity)
        {
            return platform.Replies.Refuse(reading, CallbackOutcome.Malformed, now, "Nội dung có ký tự không hợp lệ.");
        }

        var faults = new ObligationFaults();
        var stated = await ReadAsync(platform, id, init, now, faults, cancellationToken);
        if (stated is not null) return ReplyOf(platform, reading, await door.StateAsync(stated, identity, cancellationToken), now);
        if (await door.RecallAsync(id, identity, cancellationToken) is { } earlier) return ReplyOf(platform, reading, earlier, now);
        var text = string.Join(' ', faults.Found.Select(fault => $"{fault.Field}: {fault.Message}"));
        return platform.Replies.Refuse(reading, CallbackOutcome.Malformed, now, text);
    }

    private CallbackReply ReplyOf(PlatformServer platform, PlatformReading reading, ObligationDoor.Stated stated, DateTimeOffset now) =>
        stated.PaidAs is not null ? platform.Replies.Refuse(reading, CallbackOutcome.AmountMismatch, now, ObligationProblems.PaidAsListed)
        : stated.Verdict == DoorVerdict.Conflict
            ? platform.Replies.Refuse(reading, CallbackOutcome.AmountMismatch, now)
            : platform.Replies.Payable(reading, addresses.PageOf(ObligationAnswerJson.Of(stated.Answer).Orders[0].Reference), now);

    private async Task<StatedObligation?> ReadAsync(
        PlatformServer platform, ObligationId id, PlatformRequest.Init init, DateTimeOffset now, ObligationFaults faults, CancellationToken cancellationToken)
    {
        var receipt = init.ThongTinBienLai;
        if (receipt.MaDichVu != FeesOfDossiers) faults.Add("ThongTinBienLai.MaDichVu", "service.not-served", "Chỉ nhận phí, lệ phí hồ sơ (MaDichVu 2).");
        if (Vnd.Sum(receipt.PhiLePhi.Select(fee => fee.SoTien)) != init.SoTien) faults.Add("SoTien", "amount.sum", "Phải bằng tổng SoTien của PhiLePhi.");
        var system = options.PlatformSystems.GetValueOrDefault(init.Header.MaDoiTac, init.Header.MaDoiTac);
        var (agency, dossier) = await AgencyOfAsync(receipt, new AgencyScope(live.Current, system, now), faults, cancellationToken);
        var lines = agency is null ? [] : await beneficiaries.LinesOfAsync(agency.Code, [.. LinesOf(receipt, faults)], now, faults, cancellationToken);
        if (faults.Found.Count > 0 || agency is null) return null;
        return new StatedObligation
        {
            Id = id,
            OwnId = init.Header.MaThamChieu,
            Dossier = dossier,
            Listed = dossier is { } ours ? ListedFees.IdentityOf(system, ours) : null,
            Agency = agency,
            Lines = lines,
            ExpiresAt = now + options.InitLifetime,
            ConfirmTo = platform.Confirms(init.Header.MaDoiTac) ? init.Header.MaDoiTac : null,
            Caller = StatedByPlatform.CallerOf(init.Header.MaDoiTac),
            Words = new ObligationWords
            {
                FullName = Filled(receipt.HoTenNguoiNop),
                PersonalId = Filled(receipt.SoCMNDNguoiNop),
                Address = Filled(receipt.DiaChiNguoiNop),
                Description = init.ThongTinGiaoDich,
                Bank = init.MaNganHang,
            },
        };
    }

    /// <summary>Who collects: the agency of the dossier where it is one of ours, or else the one that the message names, of those it may speak for.</summary>
    private async Task<(Agency? Agency, DossierCode? Dossier)> AgencyOfAsync(
        ThongTinBienLai receipt, AgencyScope scope, ObligationFaults faults, CancellationToken cancellationToken)
    {
        if (DossierCode.TryParse(receipt.MaHoSo, out var code) && await dossiers.FindAsync(code, cancellationToken) is { } row)
        {
            if (!scope.Includes(row)) faults.Add("ThongTinBienLai.MaHoSo", "dossier.not-yours", "Hồ sơ này không thuộc đối tác.");
            else if (row.Agency is { } competent && live.Current.Index.Agencies.Find(competent) is { } known) return (known, code);
            else faults.Add("ThongTinBienLai.MaHoSo", "dossier.no-agency", "Hồ sơ này chưa có cơ quan giải quyết.");
            return (null, null);
        }

        // The agency's own number, which is none of ours.
        if (AgencyCode.TryParse(receipt.MaDonVi, out var unit) && scope.Find(unit) is { } agency) return (agency, null);
        faults.Add("ThongTinBienLai.MaDonVi", "agency.not-yours", "Đơn vị thu không có hoặc không thuộc đối tác.");
        return (null, null);
    }

    /// <summary>The lines that cost something: a known client always sends one of both kinds.</summary>
    private static IEnumerable<LineForm> LinesOf(ThongTinBienLai receipt, ObligationFaults faults)
    {
        foreach (var fee in receipt.PhiLePhi.Where(fee => fee.SoTien.IsPositive))
        {
            FeeKind? kind = fee.LoaiPhiLePhi switch { "1" => FeeKind.Fee, "2" => FeeKind.Charge, _ => null };
            if (kind is null) faults.Add("ThongTinBienLai.PhiLePhi.LoaiPhiLePhi", "kind.unknown", "Là 1 (phí) hoặc 2 (lệ phí).");
            var name = Filled(fee.TenPhiLePhi) ?? (kind == FeeKind.Fee ? "Phí" : "Lệ phí");
            yield return new LineForm(kind, Filled(fee.MaPhiLePhi) ?? fee.LoaiPhiLePhi, name, fee.SoTien, $"{receipt.MaNHThuHuong}/{receipt.TKThuHuong}");
        }
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>What makes two INITs the same. Not their time: a client that sends again stamps a new one, and not the payer's address.</summary>
internal static class InitContent
{
    public static void Write(Utf8JsonWriter writer, PlatformRequest.Init init)
    {
        var receipt = init.ThongTinBienLai;
        writer.WriteString("amount", init.SoTien.ToWire());
        writer.WriteString("description", init.ThongTinGiaoDich);
        writer.WriteString("bank", init.MaNganHang);
        writer.WriteStartArray("receipt");
        string?[] texts =
        [
            receipt.MaDichVu, receipt.MaDonVi, receipt.MaHoSo, receipt.TKThuHuong, receipt.MaNHThuHuong, receipt.HoTenNguoiNop, receipt.SoCMNDNguoiNop,
            receipt.DiaChiNguoiNop,
        ];
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
        writer.WriteStartArray("lines");
        foreach (var fee in receipt.PhiLePhi)
        {
            foreach (var text in new[] { fee.LoaiPhiLePhi, fee.MaPhiLePhi, fee.TenPhiLePhi, fee.SoTien.ToWire() }) writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
