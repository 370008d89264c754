#!/usr/bin/perl
# A REST client of Perl's HTTP::Tiny and JSON::PP. Standard input and output are those of client_rest.php.

use strict;
use warnings;
use HTTP::Tiny;
use JSON::PP;

my $json = JSON::PP->new->utf8->allow_nonref;
my $told = $json->decode(do { local $/; <STDIN> });
my $http = HTTP::Tiny->new(timeout => 10);

sub ask {
    my ($method, $url, $options) = @_;
    my $reply = $http->request($method, $url, $options);
    return [$reply->{status} + 0, $json->decode($reply->{content})];
}

my $query = $http->www_form_urlencode({
    grant_type    => 'client_credentials',
    client_id     => $told->{client_id},
    client_secret => $told->{client_secret},
});
my $token = ask('POST', "$told->{identity_endpoint}/oauth/token?$query", {})->[1]{access_token} // 'none';
my @answers;
for my $step (@{ $told->{steps} }) {
    my %options = (headers => { Authorization => "Bearer $token", 'Content-Type' => 'application/json' });
    $options{content} = $json->encode($step->{body}) if exists $step->{body};
    push @answers, ask($step->{method}, "$told->{rest_endpoint}$step->{path}", \%options);
}
print $json->encode(\@answers);
