using DichVuCong.Adapters.AppNotices;
using DichVuCong.Adapters.Email;
using DichVuCong.Adapters.SmsBrandname;
using DichVuCong.Registries.Settings;
using DichVuCong.Saga.Notifications;

namespace DichVuCong.Notices;

/// <summary>Development defaults: the Sandbox's providers of notices.</summary>
public static class SandboxNotices
{
    private const string Brandname = "DVCQG";

    /// <summary>All four SMS providers.</summary>
    public static SmsTrafficSettings Sms(HostSettings settings) => new()
    {
        Viettel = new SmsBrandnameSettings { Endpoint = At(settings, "sms/bulkapi"), User = "dev-sms", Password = "dev-sms", CPCode = "DEV", ServiceID = Brandname },
        Vnpt = new VnptSettings
        {
            Endpoint = At(settings, "sms/vnpt"),
            Brandname = Brandname,
            LabelId = "1",
            ContractId = "1",
            AgentId = "1",
            ApiUser = "dev-vnpt",
            ApiPass = "dev-vnpt",
            UserName = "dev-vnpt",
            Templates = [.. NoticeTemplates.SmsTexts().Select(text => new SmsTemplate(text.Name, text.Text))],
        },
        Fpt = new FptSettings { Endpoint = At(settings, "sms/fpt"), Brandname = Brandname, ClientId = "dev-fpt", ClientSecret = "dev-fpt" },
        Esms = new EsmsSettings
        {
            Endpoint = At(settings, "sms/esms"),
            Brandname = Brandname,
            ApiKey = "dev-esms",
            SecretKey = "dev-esms",
            CallbackUrl = new Uri($"http://127.0.0.1:{settings.GatewayPort}/callbacks/esms/dev-esms"),
        },
    };

    /// <summary>The app.</summary>
    public static AppNoticeSettings App(HostSettings settings) => new()
    {
        Endpoint = At(settings, "app"),
        Token = "dev-app",
        ReportTo = new Uri($"http://127.0.0.1:{settings.GatewayPort}/callbacks/app/dev-app"),
    };

    /// <summary>The mail server.</summary>
    public static EmailSettings Email(HostSettings settings) => new()
    {
        Host = "127.0.0.1",
        Port = settings.SandboxMailPort,
        Security = SmtpSecurity.None,
        From = "khongtraloi@dvcqg.example",
        MaxConnections = 8,
    };

    private static Uri At(HostSettings settings, string path) => new($"http://127.0.0.1:{settings.SandboxPort}/{path}");
}
