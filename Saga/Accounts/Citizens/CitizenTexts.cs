using System.Globalization;
using DichVuCong.Contracts.Accounts.Citizens;
using DichVuCong.Contracts.Notifications;

namespace DichVuCong.Saga.Accounts.Citizens;

/// <summary>What citizens are told of their accounts, in Vietnamese.</summary>
public static class CitizenTexts
{
    /// <summary>The subject of an e-mail.</summary>
    public const string Subject = "Thông báo về tài khoản Cổng Dịch vụ công quốc gia";

    /// <summary>The text of an SMS.</summary>
    public static string Sms(CitizenNotice notice, DateOnly? lockOn) => $"Cổng Dịch vụ công quốc gia: {Sentence(notice, lockOn)}";

    /// <summary>The text of an e-mail.</summary>
    public static string Email(CitizenNotice notice, DateOnly? lockOn) =>
        $"""
        Kính gửi {NoticePlaceholders.Name},

        {Sentence(notice, lockOn)}

        Đây là thông báo tự động, vui lòng không trả lời thư này.
        """;

    private static string Sentence(CitizenNotice notice, DateOnly? lockOn) => notice switch
    {
        CitizenNotice.FirstWarning =>
            "Tài khoản của Ông/Bà đã 24 tháng không đăng nhập (thông báo lần 1). Vui lòng đăng nhập để tài khoản không bị khóa.",
        CitizenNotice.SecondWarning =>
            $"Tài khoản của Ông/Bà sẽ bị khóa ngày {lockOn?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)} do không đăng nhập (thông báo lần 2). Vui lòng đăng nhập trước ngày này.",
        CitizenNotice.Restored => "Tài khoản của Ông/Bà đã được khôi phục. Vui lòng đăng nhập để tiếp tục sử dụng.",
        _ => "Yêu cầu khôi phục tài khoản của Ông/Bà chưa được chấp nhận. Vui lòng liên hệ tổng đài hỗ trợ của Cổng.",
    };
}
