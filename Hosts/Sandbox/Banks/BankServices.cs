using DichVuCong.Sandbox.Banks.Books;
using DichVuCong.Sandbox.Banks.Callbacks;
using DichVuCong.Sandbox.Banks.Control;
using DichVuCong.Sandbox.Banks.Form;
using DichVuCong.Sandbox.Banks.Ministries;
using DichVuCong.Sandbox.Banks.Payers;
using DichVuCong.Sandbox.Banks.Platform;
using DichVuCong.Sandbox.Banks.Settling;
using DichVuCong.Sandbox.Banks.Statements;
using DichVuCong.Sandbox.Banks.VietQr;
using DichVuCong.Sandbox.Banks.Vnpay;
using DichVuCong.Sandbox.Hosting;

namespace DichVuCong.Sandbox.Banks;

/// <summary>The parts of the banks and of the ministries' payment systems.</summary>
internal static class BankServices
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddBanks(this IServiceCollection services) => services
        .AddSingleton<BankBook>()
        .AddSingleton<BankCalls>()
        .AddSingleton<CallbackCounts>()
        .AddSingleton<IBank, VnpayBank>()
        .AddSingleton<IBank, VietQrBank>()
        .AddSingleton<IBank, PlatformBank>()
        .AddSingleton<SharedFormKeys>()
        .AddSingleton(provider => new RsaFormKeys(provider.GetRequiredService<SandboxOptions>().BankKeys))
        .AddSingleton<IBank>(provider => Form<SharedFormKeys>(provider, BankNames.DevBank))
        .AddSingleton<IBank>(provider => Form<RsaFormKeys>(provider, BankNames.RsaBank))
        .AddSingleton<BankDirectory>()
        .AddSingleton<CallbackDesk>()
        .AddSingleton<PayerDesk>()
        .AddSingleton<RefundDesk>()
        .AddSingleton<StatementDesk>()
        .AddSingleton<StatementFolder>()
        .AddSingleton<SettlementDesk>()
        .AddSingleton<AnswerFiles>()
        .AddSingleton<FormOperations>()
        .AddSingleton<FormTransfers>()
        .AddSingleton<FormFiles>()
        .AddSingleton<MinistryBook>()
        .AddSingleton<PaymentLedger>()
        .AddSingleton<VnpayEndpoints>()
        .AddSingleton<VietQrEndpoints>()
        .AddSingleton<PlatformEndpoints>()
        .AddSingleton<FormEndpoints>()
        .AddSingleton<MinistryEndpoints>()
        .AddSingleton<BankEndpoints>()
        .AddSingleton<BankRestore>()
        .AddHostedService(provider => provider.GetRequiredService<SettlementDesk>());

    /// <summary>Adds their addresses.</summary>
    public static void MapBanks(this WebApplication app)
    {
        app.Services.GetRequiredService<VnpayEndpoints>().Map(app);
        app.Services.GetRequiredService<VietQrEndpoints>().Map(app);
        app.Services.GetRequiredService<PlatformEndpoints>().Map(app);
        app.Services.GetRequiredService<FormEndpoints>().Map(app);
        app.Services.GetRequiredService<MinistryEndpoints>().Map(app);
        app.Services.GetRequiredService<BankEndpoints>().Map(app);
    }

    private static FormBank Form<TKeys>(IServiceProvider provider, string name)
        where TKeys : FormKeys =>
        new(
            name,
            provider.GetRequiredService<TKeys>(),
            provider.GetRequiredService<BankCalls>(),
            provider.GetRequiredService<SandboxOptions>(),
            provider.GetRequiredService<TimeProvider>());
}
