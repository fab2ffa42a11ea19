using DichVuCong.Contracts;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;

namespace DichVuCong.Notices.Tests.Doubles;

/// <summary>The commands and the call of the tests.</summary>
internal static class Sample
{
    public const string Occasion = "state-2";
    public const string Text = "Hồ sơ H29.101-261121-5000001 đã được {agency} tiếp nhận.";

    public static DossierCode Dossier { get; } = DossierCode.Parse("H29.101-261121-5000001");

    public static SendSms Sms { get; } = new(Dossier, Occasion, Text);

    public static SendEmail Email { get; } = new(Dossier, Occasion, "Hồ sơ H29.101-261121-5000001 đã được tiếp nhận", "Kính gửi {name},\n\n" + Text);

    public static PartnerCall Call { get; } = CallWith(Guid.Parse("019aa4f0-0000-8000-8000-000000000001"));

    public static PartnerCall CallWith(Guid key) =>
        new(key, "notices", Attempt: 1, new DateTimeOffset(2026, 11, 21, 2, 0, 0, TimeSpan.Zero), Timeout: TimeSpan.FromSeconds(30));
}
