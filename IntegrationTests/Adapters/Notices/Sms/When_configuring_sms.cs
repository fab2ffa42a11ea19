using DichVuCong.Adapters.SmsBrandname;
using DichVuCong.Messaging;
using DichVuCong.Notices.Tests.Doubles;
using Microsoft.Extensions.Logging.Abstractions;

namespace DichVuCong.Notices.Tests.Sms;

internal sealed class When_configuring_sms
{
    [Test]
    public void Should_accept_settings_that_are_complete() => SmsBench.Settings(new Uri("http://provider.example:8998/bulkapi")).Validate().ShouldBeEmpty();

    [Test]
    public void Should_name_every_field_that_is_missing() =>
        new SmsBrandnameSettings().Validate().Select(error => error.Split(' ')[0]).ShouldBe(["Endpoint", "User", "Password", "CPCode", "ServiceID"]);

    [Test]
    public void Should_name_every_field_that_is_wrong() =>
        new SmsBrandnameSettings
        {
            Endpoint = new Uri("ftp://account@provider.example"),
            User = "u",
            Password = "s3cret",
            CPCode = "c",
            ServiceID = "s",
            CommandCode = " ",
            RequestID = 0,
            SendOperation = "ws CpMt",
            XmlNamespace = "",
            SuccessResult = "",
            PlainContentType = "",
            UnicodeContentType = "",
            MaxPlainLength = 159,
            MaxUnicodeLength = 69,
            DuplicateWindow = TimeSpan.Zero,
            WhenUnknown = (WhenUnknown)9,
            ConfigurationRetryAfter = TimeSpan.Zero,
        }.Validate().Select(error => error.Split(' ')[0]).ShouldBe([
            "Endpoint", "Endpoint", "CommandCode", "RequestID", "SendOperation", "XmlNamespace", "SuccessResult", "PlainContentType",
            "UnicodeContentType", "MaxPlainLength", "MaxUnicodeLength", "DuplicateWindow", "WhenUnknown", "ConfigurationRetryAfter",
        ]);

    [Test]
    public void Should_refuse_to_start_with_wrong_settings_and_show_no_secret()
    {
        using var http = new HttpClient();
        var settings = new SmsBrandnameSettings { User = "the-user", Password = "s3cret", CPCode = "the-code" };

        var error = Should.Throw<ArgumentException>(
            () => new SendSmsOperation(http, settings, Recipients.Known, TimeProvider.System, NullLogger<SendSmsOperation>.Instance));

        error.Message.ShouldBe(
            "The settings of the SMS provider are wrong: Endpoint must be an absolute http or https address. ServiceID is required: the brandname registered with the operators.");
    }
}
