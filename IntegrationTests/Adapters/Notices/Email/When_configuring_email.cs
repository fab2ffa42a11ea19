using DichVuCong.Adapters.Email;
using DichVuCong.Messaging;
using DichVuCong.Notices.Tests.Doubles;
using Microsoft.Extensions.Logging.Abstractions;

namespace DichVuCong.Notices.Tests.Email;

internal sealed class When_configuring_email
{
    [Test]
    public void Should_accept_settings_that_are_complete() =>
        new EmailSettings { Host = "mail.dichvucong.example", From = "khong-tra-loi@dichvucong.example", User = "u", Password = "p" }.Validate().ShouldBeEmpty();

    [Test]
    public void Should_require_starttls_by_default() => new EmailSettings().Security.ShouldBe(SmtpSecurity.StartTls);

    [Test]
    public void Should_name_every_field_that_is_missing() =>
        new EmailSettings().Validate().Select(error => error.Split(' ')[0]).ShouldBe(["Host", "From"]);

    [Test]
    public void Should_name_every_field_that_is_wrong() =>
        new EmailSettings
        {
            Host = "not a host",
            Port = 0,
            Security = (SmtpSecurity)9,
            CertificateAuthorityFile = "/no/such/file.pem",
            User = "u\0",
            From = "a@b",
            ReplyTo = "x\r\ny@z.example",
            ReturnPath = "",
            ClientName = "a b",
            MaxConnections = 0,
            MailsPerConnection = 0,
            IdleTimeout = TimeSpan.Zero,
            ConnectTimeout = TimeSpan.Zero,
            WhenUnknown = (WhenUnknown)9,
            ConfigurationRetryAfter = TimeSpan.Zero,
        }.Validate().Select(error => error.Split(' ')[0]).ShouldBe([
            "Host", "Port", "Security", "CertificateAuthorityFile", "Password", "User", "From", "ReplyTo", "ReturnPath", "ClientName",
            "MaxConnections", "MailsPerConnection", "IdleTimeout", "ConnectTimeout", "WhenUnknown", "ConfigurationRetryAfter",
        ]);

    [Test]
    public void Should_not_let_the_password_travel_in_clear_text()
    {
        Clear(allow: false).Validate().ShouldBe(["User must not travel in clear text: set Security, or in development AllowClearTextCredentials."]);
        Clear(allow: true).Validate().ShouldBeEmpty();
    }

    [Test]
    public void Should_refuse_to_start_with_wrong_settings_and_show_no_secret()
    {
        var error = Should.Throw<ArgumentException>(
            () => new SendEmailOperation(Clear(allow: false), Recipients.Known, TimeProvider.System, NullLogger<SendEmailOperation>.Instance));

        error.Message.ShouldStartWith("The settings of e-mail are wrong: User must not travel in clear text");
        error.Message.ShouldNotContain("s3cret");
    }

    private static EmailSettings Clear(bool allow) => new()
    {
        Host = "mail.example",
        Security = SmtpSecurity.None,
        User = "the-user",
        Password = "s3cret",
        From = "a@b.example",
        AllowClearTextCredentials = allow,
    };
}
